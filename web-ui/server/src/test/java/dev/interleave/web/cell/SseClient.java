package dev.interleave.web.cell;

import dev.interleave.web.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/** Reads a stream of server-sent events as a browser does, one at a time. */
final class SseClient implements AutoCloseable {

    private final HttpResponse<InputStream> response;
    private final BufferedReader reader;

    private SseClient(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    record Event(String id, String name, String data) {}

    /**
     * @param lastEventId what a browser that comes back sends, or null
     */
    static SseClient open(TestServer server, String path, String lastEventId)
            throws IOException, InterruptedException {
        var request = server.request(path).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new SseClient(server.http().send(request.build(), BodyHandlers.ofInputStream()));
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The next event that says something; null at the end of the stream. */
    Event next() throws IOException {
        var event = read();
        while (event != null && event.name().equals("beat")) {
            event = read();
        }
        return event;
    }

    private Event read() throws IOException {
        var fields = new HashMap<String, String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty() && fields.containsKey("data")) {
                return new Event(fields.get("id"), fields.get("event"), fields.get("data"));
            }
            var colon = line.indexOf(": ");
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
