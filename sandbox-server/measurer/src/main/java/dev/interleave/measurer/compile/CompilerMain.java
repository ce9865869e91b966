package dev.interleave.measurer.compile;

import dev.interleave.measurer.message.CompileOrder;
import dev.interleave.measurer.message.Compiled;
import dev.interleave.wire.Connection;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The program of the jail that compiles versions: answers one order after another until the
 * supervisor closes the connection. When javac itself fails this JVM ends, so that the next version
 * gets a clean one; how long an order may take is the supervisor's business.
 */
public final class CompilerMain {

    /** javac recurses as deep as its input nests. */
    private static final long STACK_BYTES = 16 << 20;

    private CompilerMain() {}

    /** Serves the supervisor that listens on the socket of this path. */
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
            boolean fit = true;
            for (int tag = in.next(); tag >= 0 && fit; tag = in.next()) {
                Compiled answer = compile(CompileOrder.read(tag, in));
                fit = !answer.gaveUp();
                WireWriter out = new WireWriter();
                answer.write(out);
                out.sendTo(connection.output());
                connection.output().flush();
            }
        } catch (IOException e) {
            // The supervisor is gone, and there is nobody to tell.
        }
    }

    /** javac throws errors of every kind at sources that are deep or wide enough. */
    private static Compiled compile(CompileOrder order) {
        try {
            return Compilation.of(order.source());
        } catch (Throwable e) {
            return Compiled.afterGivingUp();
        }
    }
}
