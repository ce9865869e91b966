package dev.interleave.web;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Grader;
import dev.interleave.web.account.SignInService;
import dev.interleave.web.account.openid.OpenIdSettings;
import dev.interleave.web.cell.SandboxAccess;
import dev.interleave.web.cell.Store;
import dev.interleave.web.compare.ComparisonStore;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.exercise.ExerciseStore;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.page.Templates;
import dev.interleave.web.progress.Attempts;
import dev.interleave.web.progress.CardReviews;
import dev.interleave.web.progress.ComparisonRuns;
import dev.interleave.web.progress.Database;
import dev.interleave.web.progress.Drafts;
import dev.interleave.web.progress.ExerciseHelp;
import dev.interleave.web.progress.Notes;
import dev.interleave.web.progress.OwnCells;
import dev.interleave.web.progress.Progress;
import dev.interleave.web.progress.QuizAnswers;
import dev.interleave.web.progress.Runs;
import dev.interleave.web.report.ShownReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The whole server on a free port, with a database in a folder, and a client to ask it. */
public final class TestServer implements AutoCloseable {

    public static final Path COURSE = Path.of("src/test/resources/course");

    private static final ServerSettings SOLO = new ServerSettings("127.0.0.1", 0, false);
    private static final Comparer NO_COMPARING = Comparer.refusing("No comparing here.");
    private static final Optional<Teaching> NO_TEACHING = Optional.empty();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Database database;
    private final CourseServer server;
    private final String firstLink;

    private TestServer(Database database, CourseServer server, String firstLink) {
        this.database = database;
        this.server = server;
        this.firstLink = firstLink;
    }

    /** A server that runs no cells. */
    public static TestServer withoutCells(Path data) {
        return start(data, new SandboxAccess.Refused("No cells here."));
    }

    public static TestServer start(Path data, SandboxAccess sandbox) {
        return start(data, sandbox, COURSE);
    }

    public static TestServer start(Path data, SandboxAccess sandbox, Path course) {
        return start(data, course, sandbox, Grader.refusing("No grading here."));
    }

    public static TestServer start(Path data, Path course, SandboxAccess sandbox, Grader grader) {
        return start(data, course, sandbox, grader, NO_COMPARING, SOLO, false);
    }

    /** A server that does nothing but compare. */
    public static TestServer comparing(Path data, Path course, Comparer comparer) {
        var noCells = new SandboxAccess.Refused("No cells here.");
        return start(data, course, noCells, Grader.refusing("No grading."), comparer, SOLO, false);
    }

    /** A server with accounts, which runs no cells. */
    public static TestServer withAccounts(Path data, Path course, Grader grader) {
        return withAccounts(data, course, grader, SOLO);
    }

    /** A server with accounts, which browsers reach as the settings say. */
    public static TestServer withAccounts(
            Path data, Path course, Grader grader, ServerSettings settings) {
        var noCells = new SandboxAccess.Refused("No cells here.");
        return start(data, course, noCells, grader, NO_COMPARING, settings, true);
    }

    /** A server with accounts, at which people can sign in by a service. */
    public static TestServer withOpenId(Path data, Grader grader, OpenIdSettings openId) {
        var noCells = new SandboxAccess.Refused("No cells here.");
        return start(data, COURSE, noCells, grader, NO_COMPARING, SOLO, true, Optional.of(openId));
    }

    private static TestServer start(
            Path data,
            Path course,
            SandboxAccess sandbox,
            Grader grader,
            Comparer comparer,
            ServerSettings settings,
            boolean accounts) {
        return start(data, course, sandbox, grader, comparer, settings, accounts, Optional.empty());
    }

    private static TestServer start(
            Path data,
            Path course,
            SandboxAccess sandbox,
            Grader grader,
            Comparer comparer,
            ServerSettings settings,
            boolean accounts,
            Optional<OpenIdSettings> openId) {
        var clock = Clock.systemUTC();
        var database = Database.open(data);
        var drafts = new Drafts(database, clock);
        var runs = new Runs(database, drafts, clock);
        var progress = new Progress(database, clock);
        var attempts = new Attempts(database, clock);
        attempts.interruptAll();
        var comparisons = new ComparisonRuns(database, clock);
        comparisons.interruptAll();
        progress.enrol("ann");
        var services =
                new Services(
                        CourseLibrary.read(course),
                        Templates.compiled(),
                        accounts ? SignInService.learners() : Learners.alone("ann"),
                        new Store(drafts, runs, progress, new OwnCells(database, clock)),
                        new ExerciseStore(
                                drafts,
                                attempts,
                                new ExerciseHelp(database, clock),
                                new ShownReports(database, clock)),
                        new StudyStore(
                                new QuizAnswers(database, clock),
                                new CardReviews(database, clock),
                                new Notes(database, clock)),
                        new ComparisonStore(drafts, comparisons),
                        grader,
                        comparer,
                        CompletableFuture.completedFuture(sandbox));
        var teaching =
                accounts
                        ? Optional.of(new Teaching(database, services, clock, openId))
                        : NO_TEACHING;
        var server = new CourseServer(settings, services, teaching);
        server.start();
        return new TestServer(database, server, teaching.flatMap(Teaching::firstLink).orElse(null));
    }

    public URI address() {
        return server.address();
    }

    /** The path at which the first admin is made, or null. */
    public String firstLink() {
        return firstLink;
    }

    /** Every route as {@code METHOD /path}. */
    public List<String> routes() {
        return server.routes();
    }

    CourseServer server() {
        return server;
    }

    public HttpClient http() {
        return http;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> put(String path, String json) {
        return send(command(path).PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(command(path).POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(command(path).DELETE());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address().resolve(path));
    }

    /** A request with the headers that commands need. */
    public HttpRequest.Builder command(String path) {
        return request(path).header("Content-Type", "application/json").header("X-Interleave", "1");
    }

    /** Ends the server; the client and what it still reads go on. */
    public void stop() {
        server.close();
    }

    @Override
    public void close() {
        stop();
        database.close();
        http.close();
    }
}
