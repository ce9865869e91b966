import static org.junit.jupiter.api.Assertions.assertSame;

import dev.interleave.explore.Body;
import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class ReportsTest {

    /** Answers at once; the tests override what matters to them. */
    private static class Answers implements Reports.Sources {

        final AtomicInteger asked = new AtomicInteger();

        /** Called with the name of each source that is asked. */
        void begin(String source) throws IOException, InterruptedException {}

        private void ask(String source) throws IOException, InterruptedException {
            asked.incrementAndGet();
            begin(source);
        }

        @Override
        public String customer() throws IOException, InterruptedException {
            ask("customer");
            return "Ada";
        }

        @Override
        public int total(String customer) throws IOException, InterruptedException {
            ask("total");
            return "Ada".equals(customer) ? 100 : -1;
        }

        @Override
        public int discount(String customer) throws IOException, InterruptedException {
            ask("discount");
            return "Ada".equals(customer) ? 20 : -1000;
        }

        @Override
        public String map() throws IOException, InterruptedException {
            ask("map");
            return "a map";
        }
    }

    private static final Reports.Report REPORT = new Reports.Report("Ada", 80, "a map");

    private static Answers failing(String failing, Throwable failure) {
        return new Answers() {
            @Override
            void begin(String source) throws IOException {
                if (source.equals(failing)) {
                    switch (failure) {
                        case IOException e -> throw e;
                        case RuntimeException e -> throw e;
                        case Error e -> throw e;
                        default -> throw new AssertionError(failure);
                    }
                }
            }
        };
    }

    /** One source fails when the other is under way, and that one never answers. */
    private static Answers failingBeside(String failing, String other, AtomicInteger ended) {
        var never = new Semaphore(0);
        var underWay = new Semaphore(0);
        return new Answers() {
            @Override
            void begin(String source) throws IOException, InterruptedException {
                if (source.equals(failing)) {
                    underWay.acquire();
                    throw new IOException("no " + source);
                }
                if (source.equals(other)) {
                    underWay.release();
                    try {
                        never.acquire();
                    } finally {
                        Thread.yield();
                        ended.incrementAndGet();
                    }
                }
            }
        };
    }

    private static void checkFails(Run run, String failing, Answers answers) throws Exception {
        try {
            Reports.build(answers);
            run.check(false, "build() should have thrown what the source threw");
        } catch (IOException e) {
            run.checkEquals("no " + failing, e.getMessage(), "the message");
        }
    }

    @Explore(schedules = 500)
    @Tag("task:same")
    @DisplayName("The report is the same, and each source is asked once")
    public void the_same_report(Run run) throws Exception {
        var answers = new Answers();
        run.checkEquals(REPORT, Reports.build(answers), "the report");
        run.checkEquals(4, answers.asked.get(), "how many questions were asked");
    }

    @Explore(schedules = 300)
    @Tag("task:together")
    @Tag("points:2")
    @DisplayName("The total, the discount and the map are asked for at the same time")
    public void three_together(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        var answers =
                new Answers() {
                    @Override
                    void begin(String source) throws InterruptedException {
                        if (!source.equals("customer")) {
                            meeting.meet();
                        }
                    }
                };
        run.checkEquals(REPORT, Reports.build(answers), "the report");
    }

    @Explore(schedules = 300)
    @Tag("task:together")
    @DisplayName("The map does not wait for the customer")
    public void map_beside_the_customer(Run run) throws Exception {
        var meeting = new Rendezvous(run, 2);
        var answers =
                new Answers() {
                    @Override
                    void begin(String source) throws InterruptedException {
                        if (source.equals("customer") || source.equals("map")) {
                            meeting.meet();
                        }
                    }
                };
        run.checkEquals(REPORT, Reports.build(answers), "the report");
    }

    @Test
    @Tag("task:failing")
    @DisplayName("What a source throws comes out as it is")
    void each_failure_comes_out() throws Exception {
        for (var source : List.of("customer", "total", "discount", "map")) {
            var failure = new IOException("no " + source);
            assertSame(failure, thrown(failing(source, failure)));
        }
    }

    private static Throwable thrown(Reports.Sources sources) throws InterruptedException {
        try {
            Reports.build(sources);
            return null;
        } catch (IOException | RuntimeException | Error e) {
            return e;
        }
    }

    @Test
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("An unchecked exception and an Error do, too")
    void unchecked_failures() throws Exception {
        var unchecked = new IllegalArgumentException("who?");
        assertSame(unchecked, thrown(failing("total", unchecked)));
        var error = new StackOverflowError("deep");
        assertSame(error, thrown(failing("map", error)));
    }

    @Explore(schedules = 300)
    @Tag("task:failing")
    @Tag("points:2")
    @DisplayName("When the total fails, nobody waits for a map that never comes")
    public void others_are_interrupted(Run run) throws Exception {
        checkFails(run, "total", failingBeside("total", "map", new AtomicInteger()));
    }

    @Explore(schedules = 300)
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("When the map fails, nobody waits for a customer who never comes")
    public void a_failing_map_ends_the_customer(Run run) throws Exception {
        checkFails(run, "map", failingBeside("map", "customer", new AtomicInteger()));
    }

    @Explore(schedules = 300)
    @Tag("task:behind")
    @Tag("hidden")
    @DisplayName("When build() throws, the others have cleaned up and ended")
    public void others_have_ended(Run run) throws Exception {
        var ended = new AtomicInteger();
        checkFails(run, "discount", failingBeside("discount", "map", ended));
        run.checkEquals(1, ended.get(), "how many sources had ended");
    }

    @Explore(schedules = 300)
    @Tag("task:behind")
    @Tag("points:2")
    @DisplayName("An interrupt of the caller ends all sources, and build() throws")
    public void an_interrupt_ends_all(Run run) throws Exception {
        var never = new Semaphore(0);
        var ended = new AtomicInteger();
        var answers =
                new Answers() {
                    @Override
                    void begin(String source) throws InterruptedException {
                        if (!source.equals("customer")) {
                            try {
                                never.acquire();
                            } finally {
                                Thread.yield();
                                ended.incrementAndGet();
                            }
                        }
                    }
                };
        var before = new AtomicInteger();
        Body call =
                () -> {
                    try {
                        Reports.build(answers);
                    } catch (InterruptedException e) {
                        before.set(ended.get());
                        throw e;
                    }
                };
        new InterruptWitness(run, "caller", call).interruptToThrow();
        if (ended.get() == 3) { // Who has not heard of the interrupt is a leak.
            run.checkEquals(3, before.get(), "how many sources had ended before it threw");
        }
    }

    @Explore(schedules = 200)
    @Tag("task:same")
    @Tag("hidden")
    @DisplayName("Another customer gets another report")
    public void another_customer(Run run) throws Exception {
        var answers =
                new Answers() {
                    @Override
                    public String customer() {
                        return "Grace";
                    }

                    @Override
                    public int total(String customer) {
                        return customer.length();
                    }

                    @Override
                    public int discount(String customer) {
                        return customer.equals("Grace") ? 1 : 0;
                    }
                };
        var expected = new Reports.Report("Grace", 4, "a map");
        run.checkEquals(expected, Reports.build(answers), "the report");
    }
}
