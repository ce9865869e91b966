package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToCompiler.Edited;
import dev.interleave.wire.ToCompiler.Options;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Answers what an editor asks: completions, documentation, problems. It has one thread for all
 * sessions and a javac of its own, so that runs do not wait for it; of several questions of a kind
 * from one session only the last is looked at. What is not looked at, or costs too much, is
 * answered with nothing.
 *
 * <p>Threading: any thread may ask.
 */
final class Assistant {

    /** For one question; a usual one takes a hundredth once the JVM is warm. */
    static final Duration LIMIT = Duration.ofMillis(1500);

    private final Outbox out;
    private final PlatformTypes platform;
    private final Steps steps;
    private final Budget budget;
    private final Runnable outOfMemory;
    private final Map<Options, Helper> helpers = new HashMap<>();
    private Helper.Shared shared;

    /** Guards what follows. */
    private final Object lock = new Object();

    private final SequencedMap<Asker, Question> waiting = new LinkedHashMap<>();
    private Question current;

    /** Whose question of which kind. */
    private record Asker(FrontEnd frontEnd, Class<? extends ToCompiler> kind) {}

    private record Question(Asker asker, ToCompiler message) {}

    Assistant(
            Outbox out, PlatformTypes platform, Steps steps, Budget budget, Runnable outOfMemory) {
        this.out = out;
        this.platform = platform;
        this.steps = steps;
        this.budget = budget;
        this.outOfMemory = outOfMemory;
    }

    void start(long stackBytes) {
        Thread.ofPlatform()
                .daemon()
                .name("assistant")
                .stackSize(stackBytes)
                .priority(Thread.MIN_PRIORITY)
                .start(this::work);
    }

    /** A question that waits or is worked on for the same asker is given up for this one. */
    void ask(ToCompiler message, FrontEnd frontEnd) {
        Question question = new Question(new Asker(frontEnd, message.getClass()), message);
        Question before;
        synchronized (lock) {
            before = waiting.put(question.asker(), question);
            if (current != null && current.asker().equals(question.asker())) {
                budget.cancel();
            }
            lock.notifyAll();
        }
        if (before != null) {
            out.send(Answers.nothing(before.message()));
        }
    }

    /** A run begins: what is asked about its session is not worth its time. */
    void giveUp(FrontEnd frontEnd) {
        synchronized (lock) {
            if (current != null && current.asker().frontEnd() == frontEnd) {
                budget.cancel();
            }
        }
    }

    private void work() {
        shared = Helper.Shared.read();
        try {
            while (true) {
                Question question = next();
                out.send(answer(question));
                synchronized (lock) {
                    current = null;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Question next() throws InterruptedException {
        synchronized (lock) {
            while (waiting.isEmpty()) {
                lock.wait();
            }
            current = waiting.pollFirstEntry().getValue();
            budget.begin();
            return current;
        }
    }

    private FromCompiler answer(Question question) {
        FrontEnd frontEnd = question.asker().frontEnd();
        Optional<Surroundings> around = around(Helper.asked(question.message()), frontEnd);
        if (around.isEmpty()) {
            return Answers.nothing(question.message());
        }
        steps.begin(frontEnd.session(), 0);
        try {
            return helper(frontEnd.options()).answer(question.message(), around.get());
        } catch (RuntimeException | Error e) {
            if (MemoryWatch.isBehind(e)) {
                outOfMemory.run();
            }
            return Answers.nothing(question.message());
        } finally {
            steps.end();
        }
    }

    private static Optional<Surroundings> around(Edited asked, FrontEnd frontEnd) {
        return asked.file().isEmpty()
                ? frontEnd.surroundings()
                : Optional.of(Surroundings.of(asked));
    }

    private Helper helper(Options options) {
        return helpers.computeIfAbsent(
                options, o -> new Helper(new CellAnalysis(o, platform, budget), shared));
    }
}
