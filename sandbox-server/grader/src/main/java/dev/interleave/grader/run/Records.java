package dev.interleave.grader.run;

import dev.interleave.grader.message.FromGrader;
import dev.interleave.grader.message.Seal;
import dev.interleave.grader.message.TestRecord;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Sends sealed records, one for each test: the first that is given for it.
 *
 * <p>Threading: any thread may call anything.
 */
final class Records {

    private final Seal seal;
    private final OutputStream out;
    private final WireWriter writer = new WireWriter();
    private final Set<Integer> settled = new HashSet<>();
    private int sequence;

    Records(byte[] key, OutputStream out) {
        this.seal = new Seal(key);
        this.out = out;
        // Loads what sealing needs before any class of a submission is loaded.
        seal.of(0, FromGrader.body(TestRecord.passed(0)));
    }

    synchronized void send(TestRecord record) throws IOException {
        if (settled.add(record.number())) {
            sendSealed(FromGrader.body(record));
        }
    }

    synchronized void end() throws IOException {
        sendSealed(FromGrader.endBody());
    }

    private void sendSealed(byte[] body) throws IOException {
        new FromGrader.Sealed(sequence, body, seal.of(sequence, body)).write(writer);
        sequence++;
        writer.sendTo(out);
        out.flush();
    }
}
