package dev.interleave.cli;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.grade.JudgeSettings;
import dev.interleave.sandbox.grade.LocalGrader;
import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.web.CourseServer;
import dev.interleave.web.ServerSettings;
import dev.interleave.web.Services;
import dev.interleave.web.StudyStore;
import dev.interleave.web.Teaching;
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
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: starts the course and serves it until the process is told to end. */
@Command(
        name = "serve",
        description = "Starts the course and prints its address once requests are answered.")
public final class ServeCommand implements Callable<Integer> {

    /** The only learner of a server without accounts. */
    private static final String LEARNER = "local";

    private static final int LAST_PORT = 65_535;

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
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for drafts, outputs and progress (default: data/ beside ./interleave).")
    private Path data;

    @Option(
            names = "--unsafe-no-jail",
            description = {
                "Run cells without a jail: they can then do whatever you can do on this computer.",
                "For one person, and for addresses of this computer only."
            })
    private boolean unsafeNoJail;

    @Option(
            names = "--dev",
            description = "For authors: lessons and templates are reloaded when they are saved.")
    private boolean dev;

    @Option(
            names = "--course",
            paramLabel = "DIR",
            description = "Folder of the built course (default: the one of this repository).")
    private Path course;

    @Option(
            names = "--class",
            description = {
                "For a class: everybody signs in, and has their own work.",
                "The first start prints a link at which you make your account."
            })
    private boolean withAccounts;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where browsers reach it, if that is a proxy, as in https://course.example.")
    private URI url;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description = {
                "Address of a proxy that is believed when it says, in X-Forwarded-For, for whom it",
                "asks. Tries to sign in are counted for that address then. Several with commas."
            })
    private List<String> trustedProxies = List.of();

    @Mixin private OpenIdOptions openId;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var here = Installation.ofSystemProperties();
        checkUrl();
        var settings = new ServerSettings(host, port, dev, url, proxies());
        checkPort();
        var signIn = openId.settings(spec.commandLine(), withAccounts, settings);
        checkWhoMayReach(settings);
        new ListenCheck(host, port).run();
        warnWhoCanReach(settings);
        try (var end = new EndSignal();
                var cells = new OpeningSandbox(new CellSandbox(here, unsafeNoJail)::openForLong);
                var grader = grader(here);
                var comparer = new OpeningComparer(here);
                var database = Database.open(data != null ? data : here.root().resolve("data"))) {
            serve(
                    settings,
                    services(here, database, cells, grader, comparer),
                    cells,
                    database,
                    signIn,
                    end);
        }
        return 0;
    }

    private void serve(
            ServerSettings settings,
            Services services,
            OpeningSandbox cells,
            Database database,
            Optional<OpenIdSettings> signIn,
            EndSignal end)
            throws InterruptedException {
        var teaching =
                withAccounts
                        ? Optional.of(new Teaching(database, services, Clock.systemUTC(), signIn))
                        : Optional.<Teaching>empty();
        try (var server = new CourseServer(settings, services, teaching)) {
            if (unsafeNoJail) {
                // Every page says so, the first one too.
                cells.await();
            }
            server.start();
            cells.begin();
            database.announce(server.address().toString());
            say(spec.commandLine().getOut(), "Interleave is ready at " + server.address());
            teaching.flatMap(Teaching::firstLink)
                    .ifPresent(path -> invite(url != null ? url : server.address(), path));
            if (cells.await() instanceof SandboxAccess.Refused(var reason)) {
                warn(reason);
            }
            if (dev) {
                followFiles(Installation.ofSystemProperties(), services, server, end);
            } else {
                end.await();
            }
        }
    }

    private void followFiles(
            Installation here, Services services, CourseServer server, EndSignal end)
            throws InterruptedException {
        try (var _ =
                new Authoring(here).watch(services.library(), server.workbooks(), this::warn)) {
            end.await();
        }
    }

    /** It grades in jails only, whatever cells do. */
    private static Grader grader(Installation here) {
        return new LocalGrader(
                here.exercises(),
                new JailSettings(here.jdk(), here.jail(), here.runtime(), false),
                JudgeSettings.DEFAULT);
    }

    private Services services(
            Installation here,
            Database database,
            OpeningSandbox cells,
            Grader grader,
            Comparer comparer) {
        var clock = Clock.systemUTC();
        var drafts = new Drafts(database, clock);
        var runs = new Runs(database, drafts, clock);
        var progress = new Progress(database, clock);
        var attempts = new Attempts(database, clock);
        runs.interruptAll();
        var comparisons = new ComparisonRuns(database, clock);
        attempts.interruptAll();
        comparisons.interruptAll();
        progress.enrol(LEARNER);
        return new Services(
                CourseLibrary.read(course != null ? course : here.course()),
                dev ? new Authoring(here).templates() : Templates.compiled(),
                withAccounts ? SignInService.learners() : Learners.alone(LEARNER),
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
                cells.access());
    }

    private Set<InetAddress> proxies() {
        var found = new HashSet<InetAddress>();
        for (var typed : trustedProxies) {
            try {
                found.add(InetAddress.ofLiteral(typed));
            } catch (IllegalArgumentException _) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--trusted-proxy takes an address such as 127.0.0.1, and \"%s\" is something else."
                                .formatted(typed));
            }
        }
        return found;
    }

    private void checkPort() {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no port %d; ports go to %d, and 0 picks a free one."
                            .formatted(port, LAST_PORT));
        }
    }

    private void invite(URI address, String path) {
        say(
                spec.commandLine().getOut(),
                "Make your account, the first one, at " + address.resolve(path));
    }

    private void checkUrl() {
        if (url != null
                && (url.getHost() == null
                        || !Set.of("http", "https").contains(url.getScheme())
                        || !url.getPath().isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--url takes a scheme and a host, as in https://course.example, and \"%s\" is something else."
                            .formatted(url));
        }
    }

    private void checkWhoMayReach(ServerSettings settings) {
        if (unsafeNoJail && withAccounts) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Without a jail the course is for one person: leave out --class, or"
                            + " --unsafe-no-jail.");
        }
        if (unsafeNoJail && !settings.loopback()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Without a jail the course is for this computer only: leave out --host, or"
                            + " --unsafe-no-jail.");
        }
    }

    private void warnWhoCanReach(ServerSettings settings) {
        if (!settings.loopback() && !withAccounts) {
            warn(
                    "Everybody who can reach %s can read and change the work in this course: there is no sign-in without --class."
                            .formatted(host));
        }
    }

    private void warn(String line) {
        say(spec.commandLine().getErr(), line);
    }

    private static void say(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }
}
