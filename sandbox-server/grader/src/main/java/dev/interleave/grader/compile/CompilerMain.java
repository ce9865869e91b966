package dev.interleave.grader.compile;

import dev.interleave.grader.message.CompileOrder;
import dev.interleave.grader.message.Compiled;
import dev.interleave.wire.Connection;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The program of the jail that compiles submissions: answers one order after the other until the
 * judge closes the connection. When javac itself fails on a submission this JVM ends, so that the
 * next one gets a clean javac; how long an order may take is the judge's business.
 */
public final class CompilerMain {

    /** javac recurses as deep as its input nests. */
    private static final long STACK_BYTES = 16 << 20;

    private CompilerMain() {}

    /** Serves the judge that listens on the socket of this path. */
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = Connection.to(Path.of(arguments[0]))) {
            Thread deep = new Thread(null, () -> serve(connection), "javac", STACK_BYTES, false);
            deep.start();
            deep.join();
        }
        System.exit(0);
    }

    private static void serve(Connection connection) {
        try {
            WireReader in = new WireReader(connection.input());
            Compiled answer = null;
            for (int tag = in.next();
                    tag >= 0 && (answer == null || !answer.gaveUp());
                    tag = in.next()) {
                answer = compile(CompileOrder.read(tag, in));
                WireWriter out = new WireWriter();
                answer.write(out);
                out.sendTo(connection.output());
                connection.output().flush();
            }
        } catch (IOException e) {
            // The judge is gone, and there is nobody to tell.
        }
    }

    /** javac throws errors of every kind at sources that are deep or wide enough. */
    private static Compiled compile(CompileOrder order) {
        try {
            return new Compilation(order).run();
        } catch (Throwable e) {
            return Compiled.afterGivingUp();
        }
    }
}
