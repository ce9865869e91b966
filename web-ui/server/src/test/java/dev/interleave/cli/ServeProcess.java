package dev.interleave.cli;

import dev.interleave.web.TestApp;
import dev.interleave.web.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, started as the launcher does. */
final class ServeProcess implements AutoCloseable {

    private static final String READY = "Interleave is ready at ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final BufferedReader out;
    private final Path err;

    private ServeProcess(Process process, Path err) {
        this.process = process;
        this.out = process.inputReader();
        this.err = err;
    }

    /**
     * Starts {@code serve} with its work below a folder.
     *
     * @param options beside {@code --port 0}, if they give no port
     */
    static ServeProcess start(Path work, String... options) throws IOException {
        var app = work.resolve("app");
        if (!Files.exists(app)) {
            TestApp.in(app);
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dinterleave.root=" + work);
        command.add("-Dinterleave.app=" + app);
        command.add("-Dinterleave.course=" + TestServer.COURSE.toAbsolutePath());
        command.add("-Dinterleave.runtime=" + TestApp.RUNTIME);
        command.add("-Dinterleave.warm-up=0");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("dev.interleave.cli.Main", "serve"));
        command.addAll(List.of(options));
        if (!command.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        var err = Files.createTempFile(work, "err", ".txt");
        var process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        return new ServeProcess(process, err);
    }

    /** Waits until the server says that it is ready, and returns its address. */
    URI ready() throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new IllegalStateException("The server did not start: " + Files.readString(err));
    }

    /** The line that it prints next; waits for it. */
    String nextLine() throws IOException {
        return out.readLine();
    }

    String get(URI server, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path))).body();
    }

    HttpResponse<String> put(URI server, String path, String json)
            throws IOException, InterruptedException {
        return send(command(server, path).PUT(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(URI server, String path, String json)
            throws IOException, InterruptedException {
        return send(command(server, path).POST(BodyPublishers.ofString(json)));
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends it as {@code kill} or Ctrl+C do. */
    void terminate() {
        // By its handle, which leaves its output to be read.
        process.toHandle().destroy();
    }

    /** The exit code, once it has ended. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    boolean endsWithin(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    String standardOutput() throws IOException {
        return out.readAllAsString();
    }

    String standardError() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.shutdownNow();
    }

    private static HttpRequest.Builder command(URI server, String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Interleave", "1");
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
