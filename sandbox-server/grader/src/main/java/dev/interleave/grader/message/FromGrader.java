package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a grading JVM sends. */
public sealed interface FromGrader {

    /** The answer to {@link ToGrader.Discover}. */
    record Discovered(List<FoundTest> tests) implements FromGrader {}

    /**
     * One record of a run, not yet believed.
     *
     * @param sequence counts the records of this JVM from 0
     * @param body what the seal is for; {@link #record()} reads it
     * @param seal of sequence and body under the run's key
     */
    record Sealed(int sequence, byte[] body, byte[] seal) implements FromGrader {

        /** The test's record, or null for the end of the run. */
        public TestRecord record() throws IOException {
            WireReader in = new WireReader(new ByteArrayInputStream(body));
            return switch (in.next()) {
                case RECORD -> in.end(TestRecord.read(in));
                case END -> null;
                default -> throw new WireException("a sealed frame that is no record");
            };
        }
    }

    int RECORD = 1;
    int END = 2;

    int MOST_TESTS = 1000;

    /** The bytes of a record, ready to be sealed. */
    static byte[] body(TestRecord record) {
        WireWriter out = new WireWriter().begin(RECORD);
        record.write(out);
        return bytes(out);
    }

    /** The bytes that end a run. */
    static byte[] endBody() {
        return bytes(new WireWriter().begin(END));
    }

    private static byte[] bytes(WireWriter out) {
        try {
            var bytes = new ByteArrayOutputStream();
            out.sendTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    default void write(WireWriter out) {
        switch (this) {
            case Discovered m -> out.begin(1).list(m.tests, FoundTest::write);
            case Sealed m -> out.begin(2).i32(m.sequence).bytes(m.body).bytes(m.seal);
        }
    }

    /** Reads the frame whose tag was just returned. */
    static FromGrader read(int tag, WireReader in) throws WireException {
        return switch (tag) {
            case 1 -> in.end(new Discovered(in.list(MOST_TESTS, FoundTest::read)));
            case 2 -> in.end(new Sealed(in.i32(), in.bytes(), in.bytes()));
            default -> throw new WireException("no message " + tag + " of a grader");
        };
    }
}
