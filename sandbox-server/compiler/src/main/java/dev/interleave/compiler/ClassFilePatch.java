package dev.interleave.compiler;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Rewrites a class file's strings, its line numbers and the name of its source file, and leaves
 * every other byte as it is.
 *
 * <p>By hand, because {@code java.lang.classfile} would compute stack maps anew and would have to
 * know the hierarchy of the learner's classes for that; here a class costs microseconds. The bytes
 * come from javac of this very JVM and are trusted to be well formed.
 */
final class ClassFilePatch {

    private final ByteBuffer in;
    private final int[] utf8At;
    private final int poolEnd;

    private ClassFilePatch(byte[] classFile) {
        in = ByteBuffer.wrap(classFile);
        utf8At = new int[in.getShort(8) & 0xffff];
        poolEnd = readPool();
    }

    /**
     * @param strings applied to every string constant and name of the class
     * @param lines applied to every line number
     */
    static byte[] apply(
            byte[] classFile,
            String sourceFile,
            UnaryOperator<String> strings,
            IntUnaryOperator lines) {
        ClassFilePatch patch = new ClassFilePatch(classFile.clone());
        int sourceName = patch.patchMembers(lines);
        return patch.withStrings(sourceName, sourceFile, strings);
    }

    private int readPool() {
        in.position(10);
        for (int i = 1; i < utf8At.length; i++) {
            int tag = in.get();
            switch (tag) {
                case 1 -> {
                    utf8At[i] = in.position();
                    skip(in.getShort() & 0xffff);
                }
                case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
                case 5, 6 -> {
                    skip(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> skip(2);
                case 15 -> skip(3);
                default -> throw new IllegalArgumentException("constant of kind " + tag);
            }
        }
        return in.position();
    }

    /** Patches the line numbers in place and returns the index of the source file's name, or 0. */
    private int patchMembers(IntUnaryOperator lines) {
        in.position(poolEnd + 6);
        skip(2 * (in.getShort() & 0xffff));
        for (int kind = 0; kind < 2; kind++) {
            int count = in.getShort() & 0xffff;
            for (int i = 0; i < count; i++) {
                skip(6);
                patchAttributes(lines);
            }
        }
        return patchAttributes(lines);
    }

    private int patchAttributes(IntUnaryOperator lines) {
        int sourceName = 0;
        int count = in.getShort() & 0xffff;
        for (int i = 0; i < count; i++) {
            String name = utf8(in.getShort() & 0xffff);
            int end = in.getInt() + in.position();
            switch (name) {
                case "Code" -> {
                    skip(4);
                    skip(in.getInt());
                    skip(8 * (in.getShort() & 0xffff));
                    patchAttributes(lines);
                }
                case "LineNumberTable" -> patchLines(lines);
                case "SourceFile" -> sourceName = in.getShort() & 0xffff;
                default -> {}
            }
            in.position(end);
        }
        return sourceName;
    }

    private void patchLines(IntUnaryOperator lines) {
        int count = in.getShort() & 0xffff;
        for (int i = 0; i < count; i++) {
            skip(2);
            int at = in.position();
            in.putShort((short) lines.applyAsInt(in.getShort(at) & 0xffff));
        }
    }

    private byte[] withStrings(int sourceName, String sourceFile, UnaryOperator<String> strings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.capacity() + 64);
        int copied = 0;
        for (int i = 1; i < utf8At.length; i++) {
            if (utf8At[i] == 0) {
                continue;
            }
            String old = utf8(i);
            String patched = i == sourceName ? sourceFile : strings.apply(old);
            if (!patched.equals(old)) {
                out.write(in.array(), copied, utf8At[i] - copied);
                writeUtf8(out, patched);
                copied = utf8At[i] + 2 + length(i);
            }
        }
        out.write(in.array(), copied, in.capacity() - copied);
        return out.toByteArray();
    }

    /**
     * The bytes of a constant as text, one character a byte, so that what is not changed comes back
     * as it was whatever the encoding; names that are changed are ASCII.
     */
    private String utf8(int index) {
        return new String(
                in.array(), utf8At[index] + 2, length(index), StandardCharsets.ISO_8859_1);
    }

    private int length(int index) {
        return in.getShort(utf8At[index]) & 0xffff;
    }

    private static void writeUtf8(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > 0xffff) {
            throw new IllegalArgumentException("a constant of " + bytes.length + " bytes");
        }
        out.write(bytes.length >>> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }
}
