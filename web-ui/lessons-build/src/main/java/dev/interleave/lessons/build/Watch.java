package dev.interleave.lessons.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Builds the course whenever its files change, and says so on a line each, in JSON:
 *
 * <pre>
 * {"event":"lesson","language":"en","id":"s1-02-threads-and-interleaving"}   was written anew
 * {"event":"course"}                                                         the map was
 * {"event":"problem","file":"en/course.adoc","line":3,"message":"…"}         must be put right
 * {"event":"ready","problems":0}                                             ends each build
 * </pre>
 *
 * It looks at the files ten times a second, which works the same on every system and with every way
 * in which editors save. While nothing changes at first, it converts lessons for practice, so that
 * an author's first change is not the one that waits for the engine to get fast. It ends when its
 * input does, and so never outlives who started it.
 *
 * <p>Threading: {@link #run} blocks its caller; a thread of its own waits for the end of the input.
 */
final class Watch {

    private static final long PAUSE_MILLIS = 100;
    private static final int REHEARSALS = 24;

    private final CourseBuild build;
    private final InputStream in;
    private final PrintStream out;
    private final CountDownLatch ended = new CountDownLatch(1);

    Watch(CourseBuild build, InputStream in, PrintStream out) {
        this.build = build;
        this.in = in;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("end of input").start(this::awaitEndOfInput);
        var rehearsals = 0;
        do {
            var result = build.run();
            if (result != null) {
                tell(result);
            } else if (rehearsals < REHEARSALS) {
                rehearsals++;
                build.rehearse();
            }
        } while (!ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void awaitEndOfInput() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken input is an ended one.
        } finally {
            ended.countDown();
        }
    }

    private void tell(CourseBuild.Result result) throws IOException {
        for (var lesson : result.converted()) {
            line(Map.of("event", "lesson", "language", lesson.language(), "id", lesson.id()));
        }
        if (result.courseChanged()) {
            line(Map.of("event", "course"));
        }
        for (var problem : result.problems()) {
            line(
                    Map.of(
                            "event", "problem",
                            "file", problem.file(),
                            "line", problem.line(),
                            "message", problem.message()));
        }
        line(Map.of("event", "ready", "problems", result.problems().size()));
    }

    private void line(Map<String, Object> event) throws IOException {
        out.println(Json.MAPPER.writeValueAsString(event));
        out.flush();
    }
}
