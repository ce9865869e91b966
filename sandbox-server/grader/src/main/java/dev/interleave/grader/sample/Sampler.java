package dev.interleave.grader.sample;

import dev.interleave.explore.CellProgram;
import dev.interleave.explore.CellRun;
import dev.interleave.explore.result.Step;
import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.FromSampler;
import dev.interleave.grader.message.RecordedOutcome;
import dev.interleave.grader.message.RecordedStep;
import dev.interleave.grader.message.SampleOrder;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Carries out one {@link SampleOrder}: many runs, and then the rarest outcomes again, step by step.
 *
 * <p>Threading: one platform thread.
 */
final class Sampler {

    private static final long TELL_NANOS = 150_000_000;

    /** After this time it is left at the runs that were done. */
    private static final long MOST_NANOS = 30_000_000_000L;

    private static final int MOST_REPLAYS = 12;
    private static final int MOST_CHARS = 200;

    private final SampleOrder order;
    private final OutputStream out;
    private final BooleanSupplier stopped;
    private final CellProgram program;
    private final Tally tally = new Tally();
    private long told = System.nanoTime();

    /**
     * @param stopped whether it is to be left at the runs that were done
     */
    Sampler(SampleOrder order, OutputStream out, BooleanSupplier stopped) {
        this.order = order;
        this.out = out;
        this.stopped = stopped;
        this.program =
                new CellProgram(
                        order.classes().stream()
                                .collect(
                                        Collectors.toMap(
                                                CompiledClass::name,
                                                CompiledClass::bytes,
                                                (_, later) -> later)),
                        order.calls().stream()
                                .map(call -> new CellProgram.Call(call.className(), call.method()))
                                .toList());
    }

    void run() throws IOException {
        long end = System.nanoTime() + MOST_NANOS;
        int done = 0;
        while (done < order.schedules()
                && !stopped.getAsBoolean()
                && (done == 0 || System.nanoTime() - end < 0)) {
            long seed = order.seed() + done++;
            CellRun run = program.run(seed, false);
            if (run.uncontrolled() != null) {
                send(new FromSampler.Ended(run.uncontrolled(), false));
                return;
            }
            tally.add(seed, run);
            if (System.nanoTime() - told > TELL_NANOS) {
                send(tally.counted());
                told = System.nanoTime();
            }
        }
        FromSampler.Counted counted = tally.counted();
        send(counted);
        replay(counted.outcomes());
        boolean outOfTime = done < order.schedules() && !stopped.getAsBoolean();
        send(new FromSampler.Ended(null, outOfTime));
    }

    private void replay(List<RecordedOutcome> outcomes) throws IOException {
        List<Integer> rarestFirst =
                IntStream.range(0, outcomes.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> outcomes.get(i).count()))
                        .limit(MOST_REPLAYS)
                        .toList();
        for (int index : rarestFirst) {
            CellRun run = program.run(outcomes.get(index).seed(), true);
            List<Step> steps = run.steps();
            int from = Math.max(0, steps.size() - FromSampler.MOST_STEPS);
            send(
                    new FromSampler.Replayed(
                            index,
                            run.outcome().equals(tally.outcomes().get(index)),
                            from > 0,
                            steps.subList(from, steps.size()).stream()
                                    .map(Sampler::step)
                                    .toList()));
        }
    }

    private static RecordedStep step(Step step) {
        return new RecordedStep(
                RecordedStep.Kind.valueOf(step.kind().name()),
                cut(step.thread()),
                step.className(),
                step.method(),
                step.line(),
                cut(step.what()),
                step.nanos());
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    }

    private void send(FromSampler message) throws IOException {
        WireWriter frame = new WireWriter();
        message.write(frame);
        frame.sendTo(out);
        out.flush();
    }
}
