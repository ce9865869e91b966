package dev.interleave.cli;

import dev.interleave.web.CourseServer;
import dev.interleave.web.ServerSettings;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.page.Templates;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: starts the course and serves it until the process is told to end. */
@Command(
        name = "serve",
        description = "Starts the course and prints its address once requests are answered.")
public final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Name or address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--course",
            paramLabel = "DIR",
            defaultValue = "${sys:interleave.course:-course}",
            description = "Folder of the built course.")
    private Path course;

    @Override
    public Integer call() throws InterruptedException {
        var library = CourseLibrary.read(course);
        var settings = new ServerSettings(host, port, false);
        try (var server = new CourseServer(settings, library, Templates.compiled())) {
            var ended = new CountDownLatch(1);
            server.start();
            System.out.println("Interleave is ready at " + server.address());
            ended.await();
        }
        return 0;
    }
}
