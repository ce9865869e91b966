package dev.interleave.bench.cell;

import dev.interleave.bench.WrongResult;
import dev.interleave.bench.host.Product;
import dev.interleave.sandbox.result.CellEvent.Status;

/** How a visit to the course goes, after its first cells. */
enum Manner {
    /** A few cells, and the page is closed. */
    USUAL(learner -> learner.expect("42", "keep")),

    /** An endless loop is stopped. */
    STOPPED(
            learner -> {
                var running = learner.start("System.out.println(1); while (true) {}");
                running.awaitOutput();
                learner.session().stop();
                endsBadly(running);
                learner.expect("2", "1 + 1");
            }),

    /** Threads go on after their cell, and are ended. */
    LEFTOVERS(
            learner -> {
                learner.runWell(
                        "for (int i = 0; i < 20; i++) Thread.ofVirtual().start("
                                + "() -> { while (true) Thread.yield(); });");
                learner.session().endThreads().join();
                learner.expect("42", "keep");
            }),

    /** A cell ends its JVM. */
    EXIT(
            learner -> {
                endsBadly(learner.start("System.exit(3);"));
                learner.expect("2", "1 + 1");
            }),

    /** A session's JVM is killed; whose, is chance. */
    KILLED(
            learner -> {
                Product.now().sessionJvms().getFirst().kill();
                learner.run("1 + 1");
                learner.expect("3", "1 + 2");
            }),

    /** A cell takes all memory. */
    MEMORY(
            learner -> {
                endsBadly(
                        learner.start(
                                "var all = new ArrayList<long[]>();"
                                        + " while (true) all.add(new long[100_000]);"));
                learner.expect("2", "1 + 1");
            }),

    /** A cell prints without end. */
    FLOOD(
            learner -> {
                endsBadly(learner.start("while (true) System.out.println(\"flood\");"));
                learner.expect("2", "1 + 1");
            }),

    /** The session begins anew. */
    RESTARTED(
            learner -> {
                learner.session().restart();
                learner.expect("2", "1 + 1");
            }),

    /** The page is closed while a cell runs. */
    LEFT(learner -> learner.start("System.out.println(1); while (true) {}").awaitOutput()),

    /** The compiler that works is killed. */
    COMPILER(
            learner -> {
                Product.now().compilerJvms().getFirst().kill();
                learner.expect("42", "keep");
            });

    /** What is done in a visit. */
    @FunctionalInterface
    private interface Course {
        void take(Learner learner) throws InterruptedException, WrongResult;
    }

    private final Course course;

    Manner(Course course) {
        this.course = course;
    }

    /** Goes through it, in a session whose variable {@code keep} is 42. */
    void take(Learner learner) throws InterruptedException, WrongResult {
        course.take(learner);
    }

    private static void endsBadly(Running running) throws InterruptedException, WrongResult {
        var done = running.await().done();
        if (done.status() == Status.OK) {
            throw new WrongResult("a cell that must not end well ended with " + done);
        }
    }
}
