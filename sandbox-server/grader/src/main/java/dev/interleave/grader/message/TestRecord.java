package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/**
 * How one test went.
 *
 * @param number of the test
 * @param symptom null if it passed
 * @param message for people; may quote what the submission says, and is cut
 * @param place where in the submission, or null
 * @param seed of the schedule that failed, or null
 * @param replay the choices of that schedule, or null
 * @param steps of that schedule, in their order; empty if it is not a scenario
 */
public record TestRecord(
        int number,
        Symptom symptom,
        String message,
        String place,
        String seed,
        String replay,
        List<RecordedStep> steps) {

    /** More are not sent, nor read. */
    public static final int MOST_STEPS = 400;

    public TestRecord {
        steps = List.copyOf(steps);
    }

    public static TestRecord passed(int number) {
        return new TestRecord(number, null, null, null, null, null, List.of());
    }

    public static TestRecord failed(int number, Symptom symptom, String message, String place) {
        return new TestRecord(number, symptom, message, place, null, null, List.of());
    }

    void write(WireWriter out) {
        out.i32(number).u8(symptom == null ? 0 : 1 + symptom.ordinal());
        out.text(message).text(place).text(seed).text(replay);
        out.list(steps, RecordedStep::write);
    }

    static TestRecord read(WireReader in) throws WireException {
        int number = in.i32();
        int symptom = in.u8();
        if (symptom > Symptom.values().length) {
            throw new WireException("no symptom " + symptom);
        }
        return new TestRecord(
                number,
                symptom == 0 ? null : Symptom.values()[symptom - 1],
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.list(MOST_STEPS, RecordedStep::read));
    }
}
