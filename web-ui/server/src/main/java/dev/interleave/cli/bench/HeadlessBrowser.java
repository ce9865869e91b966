package dev.interleave.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Chromium of this machine without a window, with an empty profile and one tab, driven by its
 * DevTools protocol.
 *
 * <p>Threading: one thread at a time.
 */
final class HeadlessBrowser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String LISTENING = "DevTools listening on ws://";
    private static final int PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path profile;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private int lastId;

    private HeadlessBrowser(Process process, Path profile)
            throws IOException, InterruptedException {
        this.process = process;
        this.profile = profile;
        var tab = URI.create(tab(address()));
        this.socket = client.newWebSocketBuilder().buildAsync(tab, new Texts()).join();
    }

    /** The browser that {@code CHROMIUM} names, or the first one on the path. */
    static Optional<Path> installed() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        var onPath = NAMES.stream().flatMap(name -> Stream.of(folders).map(f -> Path.of(f, name)));
        return Stream.concat(named.stream(), onPath).filter(Files::isExecutable).findFirst();
    }

    static HeadlessBrowser start(Path program) throws IOException, InterruptedException {
        var profile = Files.createTempDirectory("interleave-browser");
        // It runs as root in containers, where it cannot make a sandbox of its own.
        var process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new HeadlessBrowser(process, profile);
    }

    private String address() throws IOException {
        var errors = process.errorReader();
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread.ofVirtual().start(() -> errors.lines().forEach(_ -> {}));
                return line.substring(LISTENING.length()).replaceFirst("/.*", "");
            }
        }
        throw new IOException("The browser ended before it could be spoken to.");
    }

    private String tab(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + address + "/json")).build();
        for (var target : JSON.readTree(client.send(request, BodyHandlers.ofString()).body())) {
            if (target.get("type").asText().equals("page")) {
                return target.get("webSocketDebuggerUrl").asText();
            }
        }
        throw new IOException("The browser has no tab.");
    }

    /** Sends a command and waits for its result. */
    JsonNode send(String method, Map<String, ?> parameters)
            throws IOException, InterruptedException {
        var id = ++lastId;
        var command = Map.of("id", id, "method", method, "params", parameters);
        socket.sendText(JSON.writeValueAsString(command), true).join();
        while (true) {
            var message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException("The browser did not answer to " + method);
            }
            if (message.path("id").asInt() == id) {
                return message.path("result");
            }
        }
    }

    /** The value of an expression of the page, which may be a promise. */
    JsonNode evaluate(String expression) throws IOException, InterruptedException {
        var parameters =
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true);
        return send("Runtime.evaluate", parameters).path("result").path("value");
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** Messages come in pieces. */
    private final class Texts implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(parsed(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private static JsonNode parsed(String message) {
            try {
                return JSON.readTree(message);
            } catch (IOException e) {
                throw new IllegalStateException("The browser sends JSON", e);
            }
        }
    }
}
