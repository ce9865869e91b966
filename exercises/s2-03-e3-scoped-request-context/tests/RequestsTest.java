import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class RequestsTest {

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final Requests requests = new Requests(lines::add);

    private Callable<String> logs(String message) {
        return () -> {
            requests.log(message);
            return message;
        };
    }

    private List<String> log() {
        return List.copyOf(lines);
    }

    @Test
    @Tag("task:log")
    @DisplayName("A line of a request has its number")
    void one_request() throws Exception {
        assertEquals("tea", requests.handle("17", logs("tea")));
        assertEquals(List.of("[17] tea"), log());
    }

    @Test
    @Tag("task:log")
    @DisplayName("Outside of a request, before or afterwards, there is no number")
    void nobody_is_served_afterwards() throws Exception {
        requests.log("before");
        requests.handle("17", logs("tea"));
        requests.log("after");
        assertEquals(List.of("[-] before", "[17] tea", "[-] after"), log());
    }

    @Test
    @Tag("task:log")
    @Tag("hidden")
    @DisplayName("What the work throws comes out, and the request is over")
    void the_work_throws() {
        var failure = new IOException("broken");
        Callable<String> work =
                () -> {
                    throw failure;
                };
        assertSame(failure, assertThrows(IOException.class, () -> requests.handle("17", work)));
        requests.log("after");
        assertEquals(List.of("[-] after"), log());
    }

    @Explore(schedules = 300)
    @Tag("task:subtasks")
    @Tag("points:2")
    @DisplayName("What subtasks log belongs to the request")
    public void subtasks_belong_to_the_request(Run run) throws Exception {
        List<String> results =
                requests.handle("17", () -> requests.all(List.of(logs("tea"), logs("cake"))));
        run.checkEquals(List.of("tea", "cake"), results, "the results");
        run.checkEquals(Set.of("[17] tea", "[17] cake"), Set.copyOf(lines), "the lines");
    }

    @Explore(schedules = 300)
    @Tag("task:subtasks")
    @DisplayName("Subtasks are under way at the same time")
    public void subtasks_at_the_same_time(Run run) throws Exception {
        var meeting = new Rendezvous(run, 2);
        Callable<String> task =
                () -> {
                    meeting.meet();
                    return "tea";
                };
        var results = requests.handle("17", () -> requests.all(List.of(task, task)));
        run.checkEquals(List.of("tea", "tea"), results, "the results");
    }

    @Explore(schedules = 300)
    @Tag("task:subtasks")
    @Tag("hidden")
    @DisplayName("So does what subtasks of subtasks log")
    public void subtasks_of_subtasks(Run run) throws Exception {
        Callable<String> middle = () -> requests.all(List.of(logs("tea"))).getFirst();
        requests.handle("17", () -> requests.all(List.of(middle, logs("cake"))));
        run.checkEquals(Set.of("[17] tea", "[17] cake"), Set.copyOf(lines), "the lines");
        requests.all(List.of(logs("milk")));
        run.check(lines.contains("[-] milk"), "a subtask outside of any request: " + lines);
    }

    @Explore(schedules = 300)
    @Tag("task:subtasks")
    @Tag("hidden")
    @DisplayName("The subtasks of the next request belong to that one")
    public void one_request_after_the_other(Run run) throws Exception {
        for (var id : List.of("17", "18")) {
            requests.handle(id, () -> requests.all(List.of(logs("tea"))));
        }
        run.checkEquals(List.of("[17] tea", "[18] tea"), log(), "the lines");
    }

    @Test
    @Tag("task:nested")
    @DisplayName("After an inner request the outer one goes on")
    void the_outer_one_goes_on() throws Exception {
        requests.handle(
                "17",
                () -> {
                    requests.log("begin");
                    requests.handle("18", logs("tea"));
                    requests.log("end");
                    return "";
                });
        assertEquals(List.of("[17] begin", "[18] tea", "[17] end"), log());
    }

    @Test
    @Tag("task:nested")
    @Tag("hidden")
    @DisplayName("Also if the inner one throws")
    void the_inner_one_throws() throws Exception {
        Callable<String> broken =
                () -> {
                    throw new IOException("broken");
                };
        requests.handle(
                "17",
                () -> {
                    assertThrows(IOException.class, () -> requests.handle("18", broken));
                    requests.log("end");
                    return "";
                });
        assertEquals(List.of("[17] end"), log());
    }

    @Explore(schedules = 500)
    @Tag("task:together")
    @Tag("points:2")
    @DisplayName("Two requests at the same time do not mix")
    public void two_requests_at_once(Run run) throws Exception {
        for (var id : List.of("17", "18")) {
            run.go(
                    "request " + id,
                    () ->
                            requests.handle(
                                    id,
                                    () -> {
                                        requests.log("begin " + id);
                                        requests.log("end " + id);
                                        return "";
                                    }));
        }
        run.joinAll();
        run.checkEquals(
                Set.of("[17] begin 17", "[17] end 17", "[18] begin 18", "[18] end 18"),
                Set.copyOf(lines),
                "the lines");
    }

    @Explore(schedules = 300)
    @Tag("task:together")
    @Tag("hidden")
    @DisplayName("Two requests are under way at the same time")
    public void two_requests_under_way(Run run) throws Exception {
        var meeting = new Rendezvous(run, 2);
        var served = new AtomicInteger();
        Callable<String> work =
                () -> {
                    meeting.meet();
                    served.incrementAndGet();
                    return "";
                };
        for (var id : List.of("17", "18")) {
            run.go("request " + id, () -> requests.handle(id, work));
        }
        run.joinAll();
        run.checkEquals(2, served.get(), "the requests that were served");
    }

    @Explore(schedules = 300)
    @Tag("task:together")
    @Tag("hidden")
    @DisplayName("Nor with a thread that serves nobody")
    public void a_thread_of_its_own(Run run) throws Exception {
        var begun = new Semaphore(0);
        var mayEnd = new Semaphore(0);
        run.go(
                "request",
                () ->
                        requests.handle(
                                "17",
                                () -> {
                                    begun.release();
                                    mayEnd.acquire();
                                    return "";
                                }));
        begun.acquire();
        requests.log("meanwhile");
        mayEnd.release();
        run.joinAll();
        run.checkEquals(List.of("[-] meanwhile"), log(), "the lines");
    }
}
