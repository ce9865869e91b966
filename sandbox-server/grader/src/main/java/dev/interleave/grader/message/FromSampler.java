package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/** What a JVM tells that runs a cell under many schedules. */
public sealed interface FromSampler {

    /** Different outcomes that are told apart; the others are counted together. */
    int MOST_OUTCOMES = 40;

    /** Steps of one run that are told: the last ones. */
    int MOST_STEPS = 400;

    /**
     * Where it is now.
     *
     * @param runs how many were done
     * @param schedules how many of them differed in some choice
     * @param others runs with outcomes beyond those that are told apart
     */
    record Counted(int runs, int schedules, int others, List<RecordedOutcome> outcomes)
            implements FromSampler {}

    /**
     * A run again, step by step.
     *
     * @param outcome index of its outcome in the last {@link Counted}
     * @param repeated whether the same came of it as the first time
     * @param omitted whether earlier steps are left out
     */
    record Replayed(int outcome, boolean repeated, boolean omitted, List<RecordedStep> steps)
            implements FromSampler {}

    /**
     * The last message.
     *
     * @param uncontrolled why the schedules of this cell cannot be chosen, or null
     * @param outOfTime whether fewer runs were done than wanted because they took too long
     */
    record Ended(String uncontrolled, boolean outOfTime) implements FromSampler {}

    default void write(WireWriter out) {
        switch (this) {
            case Counted m -> {
                out.begin(1).i32(m.runs).i32(m.schedules).i32(m.others);
                out.list(m.outcomes, RecordedOutcome::write);
            }
            case Replayed m -> {
                out.begin(2).i32(m.outcome).bool(m.repeated).bool(m.omitted);
                out.list(m.steps, RecordedStep::write);
            }
            case Ended m -> out.begin(3).text(m.uncontrolled).bool(m.outOfTime);
        }
    }

    /** Reads the frame whose tag was just returned. */
    static FromSampler read(int tag, WireReader in) throws WireException {
        return switch (tag) {
            case 1 ->
                    in.end(
                            new Counted(
                                    in.i32(),
                                    in.i32(),
                                    in.i32(),
                                    in.list(MOST_OUTCOMES, RecordedOutcome::read)));
            case 2 ->
                    in.end(
                            new Replayed(
                                    in.i32(),
                                    in.bool(),
                                    in.bool(),
                                    in.list(MOST_STEPS, RecordedStep::read)));
            case 3 -> in.end(new Ended(in.text(), in.bool()));
            default -> throw new WireException("no message " + tag + " of a sampler");
        };
    }
}
