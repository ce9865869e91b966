package dev.interleave.bench.peer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The program of a peer's JVM: evaluates what comes on standard input, in one shell after the
 * other, and answers how long each took and what went wrong, until the input ends. It measures here
 * so that the way to it costs the peer nothing.
 */
final class PeerProgram {

    /** Opens a new shell with the engine of this name; the old one is closed. */
    static final int OPEN = 1;

    /** Evaluates a source. */
    static final int EVALUATE = 2;

    private final DataInputStream in;
    private final DataOutputStream out;
    private PlainShell shell;

    private PeerProgram(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        new PeerProgram(in, out).serve();
    }

    private void serve() throws IOException {
        try {
            while (true) {
                handle(in.readByte());
            }
        } catch (EOFException e) {
            close();
        }
    }

    private void handle(int command) throws IOException {
        var argument = in.readUTF();
        if (command == OPEN) {
            close();
        }
        var begun = System.nanoTime();
        var problem = "";
        if (command == OPEN) {
            shell = new PlainShell(Engine.valueOf(argument));
        } else {
            problem = shell.evaluate(argument);
        }
        out.writeLong(System.nanoTime() - begun);
        out.writeUTF(problem);
        out.flush();
    }

    private void close() {
        if (shell != null) {
            shell.close();
        }
    }
}
