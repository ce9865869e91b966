package dev.interleave.grader.run;

import dev.interleave.grader.message.FromGrader;
import dev.interleave.grader.message.ToGrader;
import dev.interleave.wire.Connection;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The program of a grading jail: takes one order, carries it out, and ends. The order with the key
 * is read before any class of a submission is loaded.
 */
public final class GraderMain {

    private GraderMain() {}

    /** Serves the judge that listens on the socket of this path. */
    public static void main(String[] arguments) throws Exception {
        Connection connection = Connection.to(Path.of(arguments[0]));
        WireReader in = new WireReader(connection.input());
        int tag = in.next();
        if (tag >= 0) {
            carryOut(ToGrader.read(tag, in), connection);
            // The judge has the last word, so that nothing that was sent is lost.
            connection.input().read();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void carryOut(ToGrader order, Connection connection) throws Exception {
        switch (order) {
            case ToGrader.Discover m -> {
                var answer = new FromGrader.Discovered(new Discovery(m).tests());
                send(answer, connection);
            }
            case ToGrader.Run m -> new Plan(m, new Records(m.key(), connection.output())).run();
        }
    }

    private static void send(FromGrader message, Connection connection) throws IOException {
        WireWriter out = new WireWriter();
        message.write(out);
        out.sendTo(connection.output());
        connection.output().flush();
    }
}
