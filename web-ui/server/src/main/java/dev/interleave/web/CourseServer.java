package dev.interleave.web;

import dev.interleave.web.cell.CellApi;
import dev.interleave.web.cell.Workbooks;
import dev.interleave.web.compare.ComparisonApi;
import dev.interleave.web.compare.ComparisonRequests;
import dev.interleave.web.compare.Comparisons;
import dev.interleave.web.exercise.ExerciseApi;
import dev.interleave.web.exercise.ExerciseRequests;
import dev.interleave.web.exercise.Gradings;
import dev.interleave.web.glossary.GlossaryRoutes;
import dev.interleave.web.language.Languages;
import dev.interleave.web.lesson.PageRoutes;
import dev.interleave.web.note.NoteRoutes;
import dev.interleave.web.note.NoteSearch;
import dev.interleave.web.page.Pages;
import dev.interleave.web.quiz.QuizRoutes;
import dev.interleave.web.review.CardRoutes;
import dev.interleave.web.review.Deck;
import dev.interleave.web.search.Search;
import dev.interleave.web.search.SearchRoutes;
import dev.interleave.web.work.WorkRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The course on the web. Making it binds no port, so that a test can start the same server on a
 * free one.
 *
 * <p>Threading: start and close from one thread.
 */
public final class CourseServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CourseServer.class);
    private static final int PRECOMPRESSED = 4 << 20;

    private final ServerSettings settings;
    private final Services services;
    private final Workbooks workbooks;
    private final Gradings gradings;
    private final Comparisons comparisons;
    private final Search search;
    private final Optional<Teaching> teaching;
    private final Pages pages;
    private final Javalin javalin;

    /**
     * @param settings where to listen, and for whom
     * @param services what the pages and the API stand on; they are closed by whoever made them
     */
    public CourseServer(ServerSettings settings, Services services) {
        this(settings, services, Optional.empty());
    }

    /**
     * @param teaching with which it is a server with accounts
     */
    public CourseServer(ServerSettings settings, Services services, Optional<Teaching> teaching) {
        this.settings = settings;
        this.teaching = teaching;
        this.services = services;
        this.workbooks = new Workbooks(services.library(), services.store(), services.sandbox());
        this.gradings = new Gradings(services.grader(), services.exercises(), workbooks);
        this.comparisons = new Comparisons(services.comparer(), services.comparisons(), workbooks);
        this.search = new Search(services.library());
        this.pages = new Pages(services.templates(), new Sites(services, settings)::site);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Binds the port and returns when requests are answered.
     *
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public void start() {
        javalin.start();
        teaching.ifPresent(Teaching::start);
    }

    /** Where it can be opened; only after {@link #start}. */
    public URI address() {
        return settings.address(javalin.port());
    }

    /** The lessons in use, by learner. */
    public Workbooks workbooks() {
        return workbooks;
    }

    /** Every route as {@code METHOD /path}. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /**
     * Ends the streams of events, lets other requests finish, for two seconds at most, and then
     * ends the sessions.
     */
    @Override
    public void close() {
        workbooks.closeStreams();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.debug("Some requests did not end in time", e);
        }
        gradings.close();
        comparisons.close();
        teaching.ifPresent(Teaching::close);
        search.close();
        workbooks.close();
    }

    private void configure(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Guard.MAX_BODY;
        new Jetty(settings).configure(config.jetty);
        config.staticFiles.add(CourseServer::assets);
        routes(config);
    }

    private void routes(JavalinConfig config) {
        var headers = new SecurityHeaders();
        var guard = new Guard(settings, teaching.isPresent());
        config.routes.before(headers::add);
        config.routes.before(guard::check);
        config.routes.before(new Languages(settings.secure())::find);
        teaching.ifPresent(with -> with.register(config.routes, settings, workbooks, pages));
        config.routes.get("/health", new Health(services)::answer);
        config.routes.get("/openapi.json", CourseServer::openApi);
        var learners = services.learners();
        var progress = services.store().progress();
        var clock = Clock.systemDefaultZone();
        var deck = new Deck(services.library(), progress, services.study().cards(), clock);
        new PageRoutes(services.library(), learners, progress, deck, pages).register(config.routes);
        new QuizRoutes(learners, services.library(), services.study().quizzes())
                .register(config.routes);
        new CardRoutes(learners, services.library(), services.study().cards(), deck, clock, pages)
                .register(config.routes);
        var notes = services.study().notes();
        new NoteRoutes(learners, services.library(), notes, pages).register(config.routes);
        new CellApi(
                        learners,
                        services.library(),
                        workbooks,
                        services.store().runs(),
                        services.sandbox(),
                        teaching.isPresent())
                .register(config.routes);
        new ExerciseApi(
                        new ExerciseRequests(learners, services.library()),
                        services.exercises(),
                        gradings)
                .register(config.routes);
        new GlossaryRoutes(services.library(), pages).register(config.routes);
        new WorkRoutes(
                        learners,
                        services.library(),
                        services.store(),
                        services.exercises(),
                        services.study().quizzes(),
                        notes,
                        pages)
                .register(config.routes);
        new ComparisonApi(
                        new ComparisonRequests(learners, services.library()),
                        services.comparisons(),
                        comparisons)
                .register(config.routes);
        new SearchRoutes(search, new NoteSearch(learners, services.library(), notes))
                .register(config.routes);
        new ErrorAnswers(pages).register(config.routes);
    }

    private static void openApi(Context ctx) {
        ctx.contentType(ContentType.APPLICATION_JSON);
        ctx.result(CourseServer.class.getResourceAsStream("/openapi.json"));
    }

    private static void assets(StaticFileConfig files) {
        files.hostedPath = "/assets";
        files.directory = "/public/assets";
        files.location = Location.CLASSPATH;
        files.precompressMaxSize = PRECOMPRESSED;
        files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
    }
}
