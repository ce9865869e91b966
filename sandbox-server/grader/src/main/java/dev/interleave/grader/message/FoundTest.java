package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/**
 * A test method of an exercise.
 *
 * @param uniqueId as JUnit names it
 * @param name of its class and method, as in {@code BufferTest.keeps_order}
 * @param sentence what it shows to a learner
 */
public record FoundTest(String uniqueId, String name, String sentence, List<String> tags) {

    static FoundTest read(WireReader in) throws WireException {
        return new FoundTest(in.text(), in.text(), in.text(), in.list(WireReader::text));
    }

    static void write(WireWriter out, FoundTest test) {
        out.text(test.uniqueId).text(test.name).text(test.sentence);
        out.list(test.tags, WireWriter::text);
    }
}
