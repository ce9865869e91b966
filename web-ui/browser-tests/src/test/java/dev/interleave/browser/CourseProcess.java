package dev.interleave.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The whole program in a process of its own, as {@code ./interleave serve} starts it, with a data
 * folder of its own.
 *
 * <p>Threading: one thread at a time.
 */
final class CourseProcess implements AutoCloseable {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final String READY = "Interleave is ready at ";
    private static final int SECONDS_TO_END = 120;

    private static final String FIRST_LINK = "Make your account, the first one, at ";
    private static final Path EXERCISES = MODULE.resolve("src/test/exercises");

    private final Path course;
    private final Path work;
    private final boolean ofClass;
    private Process process;
    private URI address;
    private URI firstLink;

    private CourseProcess(Path course, Path work, boolean ofClass) {
        this.course = course;
        this.work = work;
        this.ofClass = ofClass;
    }

    /** Serves the small course of these tests. */
    static CourseProcess ofTests() {
        return started(MODULE.resolve("target/test-course"), false);
    }

    /** Serves the real course. */
    static CourseProcess ofCourse() {
        return started(MODULE.resolve("target/course"), false);
    }

    /**
     * Serves the small course to a class. Its exercises are a copy, in which a test may change
     * them.
     */
    static CourseProcess ofClass() {
        return started(MODULE.resolve("target/test-course"), true);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static CourseProcess started(Path course, boolean ofClass) {
        try {
            var work = Files.createTempDirectory("interleave-browser");
            var copy = patient(course, work.resolve("course"));
            var server = new CourseProcess(copy, work, ofClass);
            if (ofClass) {
                copy(EXERCISES, server.exercises());
            }
            server.start(0);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy whose cells may take as long as a busy machine needs for them. */
    private static Path patient(Path course, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(course)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                var target = copy.resolve(course.relativize(file).toString());
                var text = Files.readString(file);
                Files.createDirectories(target.getParent());
                Files.writeString(
                        target,
                        text.replaceAll("\"timeoutSeconds\":[0-9]+", "\"timeoutSeconds\":120"));
            }
        }
        return copy;
    }

    URI address() {
        return address;
    }

    /** Where the first account of a class's server is made. */
    URI firstLink() {
        return firstLink;
    }

    /** Of a class's server, to be changed. */
    Path exercises() {
        return work.resolve("exercises");
    }

    /** Gives cells of a lesson the author's text again, and begins a new session. */
    void forgetWork(String lesson, String... cells) {
        var base = "/api/lessons/" + lesson;
        for (var cell : cells) {
            send(base + "/cells/" + cell + "/draft", "DELETE");
        }
        send(base + "/restart", "POST");
    }

    /** Ends it as a power cut would: nothing can be saved. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await();
    }

    /** Starts it again on the same port, with the same data. */
    void startAgain() {
        start(address.getPort());
    }

    @Override
    public void close() {
        process.destroy();
        await();
        delete(work);
    }

    private void start(int port) {
        try {
            process = command(port).start();
            var output = process.inputReader();
            address = readUri(output, READY);
            if (ofClass && firstLink == null) {
                firstLink = readUri(output, FIRST_LINK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command(int port) {
        var properties =
                List.of(
                        "-Dinterleave.exercises=" + (ofClass ? exercises() : EXERCISES),
                        "-Dinterleave.course=" + course);
        var command = new ArrayList<>(Program.start(properties));
        var data = work.resolve("data").toString();
        command.addAll(List.of("serve", "--port", String.valueOf(port), "--data", data));
        if (ofClass) {
            command.add("--class");
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private URI readUri(BufferedReader output, String after) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(after)) {
                return URI.create(line.substring(after.length()).strip());
            }
        }
        throw new IllegalStateException("The server ended before it was ready.");
    }

    private void send(String path, String method) {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .method(method, BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")
                        .header("X-Interleave", "1")
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IllegalStateException(path + " was answered with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await() {
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
