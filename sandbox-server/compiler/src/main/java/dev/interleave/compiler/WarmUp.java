package dev.interleave.compiler;

import dev.interleave.wire.ToCompiler.Options;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Compiles cells of all kinds without executing them, so that the first learner does not meet a JVM
 * that interprets javac.
 */
final class WarmUp {

    /** As most sessions are opened. */
    static final Options OPTIONS = new Options(true, List.of(), List.of());

    static final List<String> CELLS =
            List.of(
                    "1 + 1",
                    "int x = 5; x * 2",
                    "String name = \"a\"; System.out.println(name + x);",
                    "var list = new ArrayList<>(List.of(1, 2, 3)); list.add(x); list",
                    "int square(int n) { return n * n; }",
                    "IntStream.range(0, 5).map(n -> square(n)).boxed().toList()",
                    "record Point(int x, int y) { double norm() { return Math.hypot(x, y); } }",
                    "sealed interface Shape permits Circle {} record Circle(int r) implements Shape"
                            + " {}",
                    "class Counter { private int n; synchronized int next() { return ++n; } }",
                    "var counter = new Counter(); for (int i = 0; i < 3; i++) counter.next();",
                    "Thread t = Thread.ofVirtual().start(() -> System.out.println(\"hi\"));"
                            + " t.join();",
                    "try (var e = Executors.newVirtualThreadPerTaskExecutor()) { e.submit(() -> 1);"
                            + " }",
                    "try { throw new Exception(\"x\"); } catch (Exception e) { e.getMessage(); }",
                    "int wrong = \"a\";",
                    "undefined()");

    private final PlatformTypes platform;
    private final Lanes lanes;

    WarmUp(PlatformTypes platform, Lanes lanes) {
        this.platform = platform;
        this.lanes = lanes;
    }

    /** One round, in a front end that is forgotten afterwards. */
    void once() {
        Outbox nowhere = new Outbox(OutputStream.nullOutputStream());
        Steps unwatched = new Steps(Steps.LIMIT);
        try (Shell shell = new Shell(0, OPTIONS, nowhere, platform)) {
            shell.compileOnly();
            LaneSnippets snippets = LaneSnippets.of(0, shell, lanes, platform);
            for (String cell : CELLS) {
                new CellRun(0, 0, cell, shell, snippets, nowhere, unwatched).evaluate();
            }
        }
    }

    /** More rounds, as often as nobody else has work, taking half of a processor. */
    void goOn(int rounds, BooleanSupplier busy) {
        Thread.ofPlatform()
                .daemon()
                .name("warm-up")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> all(rounds, busy));
    }

    private void all(int rounds, BooleanSupplier busy) {
        try {
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                once();
                do {
                    Thread.sleep((System.nanoTime() - start) / 1_000_000 + 1);
                } while (busy.getAsBoolean());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
