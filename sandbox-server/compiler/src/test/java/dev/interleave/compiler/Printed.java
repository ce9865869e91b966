package dev.interleave.compiler;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Collects what code prints, of each thread and those that it starts for itself. */
final class Printed extends OutputStream {

    private static final PrintStream BEFORE = System.out;
    private static final InheritableThreadLocal<ByteArrayOutputStream> TEXT =
            new InheritableThreadLocal<>();

    static {
        System.setOut(new PrintStream(new Printed(), true, StandardCharsets.UTF_8));
    }

    static String by(Runnable work) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        TEXT.set(text);
        try {
            work.run();
        } finally {
            TEXT.remove();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void write(int value) {
        OutputStream text = TEXT.get();
        if (text instanceof ByteArrayOutputStream bytes) {
            bytes.write(value);
        } else {
            BEFORE.write(value);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream text = TEXT.get();
        if (text == null) {
            BEFORE.write(bytes, offset, length);
        } else {
            text.write(bytes, offset, length);
        }
    }
}
