package dev.interleave.web;

import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.lesson.PageRoutes;
import dev.interleave.web.page.Assets;
import dev.interleave.web.page.Pages;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.Templates;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.http.staticfiles.StaticFileConfig;
import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;

/**
 * The course on the web. Making it binds no port, so that a test can start the same server on a
 * free one.
 *
 * <p>Threading: start and close from one thread.
 */
public final class CourseServer implements AutoCloseable {

    private static final int STOP_MILLIS = 2_000;
    private static final int PRECOMPRESSED = 4 << 20;

    private final ServerSettings settings;
    private final CourseLibrary library;
    private final Pages pages;
    private final Javalin javalin;

    public CourseServer(ServerSettings settings, CourseLibrary library, Templates templates) {
        this.settings = settings;
        this.library = library;
        var assets = Assets.ofClassPath();
        this.pages =
                new Pages(
                        templates,
                        ctx -> new Site(assets, SecurityHeaders.nonce(ctx), true, settings.dev()));
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Binds the port and returns when requests are answered.
     *
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public void start() {
        javalin.start();
    }

    /** Where it can be opened; only after {@link #start}. */
    public URI address() {
        return URI.create("http://%s:%d".formatted(settings.host(), javalin.port()));
    }

    /** Lets requests under way finish, for two seconds at most. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Guard.MAX_BODY;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.DEFAULT));
        config.staticFiles.add(CourseServer::assets);
        routes(config);
    }

    private void routes(JavalinConfig config) {
        var headers = new SecurityHeaders();
        var guard = new Guard(new HostNames(settings.host(), settings.loopback()));
        config.routes.before(headers::add);
        config.routes.before(guard::check);
        config.routes.get("/health", ctx -> ctx.json(Map.of("status", "up")));
        new PageRoutes(library, pages).register(config.routes);
        new ErrorAnswers(pages).register(config.routes);
    }

    private static void assets(StaticFileConfig files) {
        files.hostedPath = "/assets";
        files.directory = "/public/assets";
        files.location = Location.CLASSPATH;
        files.precompressMaxSize = PRECOMPRESSED;
        files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
    }
}
