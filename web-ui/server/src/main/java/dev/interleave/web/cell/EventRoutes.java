package dev.interleave.web.cell;

import dev.interleave.web.cell.EventLog.Batch;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The stream of what happens to a lesson, as server-sent events. A browser that comes back after a
 * dropped connection says which event it got last, and gets every later one exactly once; if that
 * one is no longer known, it gets {@code reset} and reads the whole state again.
 *
 * <p>Threading: each stream keeps the virtual thread of its request.
 */
final class EventRoutes {

    private final Requests requests;
    private final Duration heartbeat;

    /**
     * @param heartbeat after so much silence an event {@code beat} is sent, so that both ends see a
     *     broken connection
     */
    EventRoutes(Requests requests, Duration heartbeat) {
        this.requests = requests;
        this.heartbeat = heartbeat;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/lessons/{id}/events", this::stream);
    }

    private void stream(Context ctx) {
        var log = requests.workbook(ctx).log();
        if (!log.enter()) {
            throw new TooManyRequestsResponse("Too many tabs show this lesson.");
        }
        try {
            stream(ctx, log);
        } catch (IOException _) {
            // The browser has gone; if it comes back it says where it was.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            log.leave();
        }
    }

    private void stream(Context ctx, EventLog log) throws IOException, InterruptedException {
        var response = ctx.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        var place = place(ctx, log);
        write(out, "retry: 1000\n\n");
        while (true) {
            switch (log.after(place, heartbeat)) {
                case Batch.Events(var events) -> {
                    var text = new StringBuilder();
                    events.forEach(event -> append(text, log.id(event.number()), event));
                    write(out, text.toString());
                    place = events.getLast().number();
                }
                case Batch.Missed(var last) -> {
                    write(out, "id: %s\nevent: reset\ndata: {}\n\n".formatted(log.id(last)));
                    place = last;
                }
                case Batch.Quiet() -> write(out, "event: beat\ndata: {}\n\n");
                case Batch.Closed() -> {
                    return;
                }
            }
        }
    }

    /** Number of the last event that the browser has; one that no log can have if it is unknown. */
    private static long place(Context ctx, EventLog log) {
        var header = ctx.header("Last-Event-ID");
        var last = header != null ? header : ctx.queryParam("after");
        if (last == null) {
            return log.last();
        }
        return EventId.parse(last)
                .filter(id -> id.log().equals(log.lastId().log()))
                .map(EventId::number)
                .orElse(Long.MAX_VALUE);
    }

    private static void append(StringBuilder text, EventId id, EventLog.Event event) {
        text.append("id: ").append(id).append('\n');
        text.append("event: ").append(event.name()).append('\n');
        text.append("data: ").append(event.json()).append("\n\n");
    }

    private static void write(ServletOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
