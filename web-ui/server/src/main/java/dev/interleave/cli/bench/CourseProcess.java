package dev.interleave.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The course in a process of its own, with an empty database, on a free port.
 *
 * <p>Threading: one thread at a time.
 */
public final class CourseProcess implements AutoCloseable {

    private static final String READY = "Interleave is ready at ";
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    private CourseProcess(Process process, Path data, URI address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    /**
     * Starts it and returns when it says that it is ready.
     *
     * @param command what starts Interleave, without {@code serve} and its options
     * @throws IOException if it ends instead
     */
    public static CourseProcess start(List<String> command) throws IOException {
        return start(command, Files.createTempDirectory("interleave-bench"));
    }

    /**
     * The same with a database that is there already, and more options.
     *
     * @param data folder that is deleted at the end
     */
    static CourseProcess start(List<String> command, Path data, String... options)
            throws IOException {
        var whole = new ArrayList<>(command);
        whole.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
        whole.addAll(List.of(options));
        var process =
                new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var out = process.inputReader();
            return new CourseProcess(process, data, address(out));
        } catch (IOException e) {
            process.destroyForcibly();
            delete(data);
            throw e;
        }
    }

    private static URI address(BufferedReader out) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new IOException("The course did not start; ./interleave serve says why.");
    }

    /**
     * The page at this path.
     *
     * @throws IOException if the answer is not 200
     */
    public String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    URI address() {
        return address;
    }

    /** Ends it as a person would, waits until it is gone, and removes its database. */
    @Override
    public void close() throws IOException {
        end();
        client.close();
        delete(data);
    }

    /** Ends it as a person would, and waits until it is gone; its database stays. */
    void end() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (var file : files) {
            Files.deleteIfExists(file);
        }
    }
}
