package dev.interleave.web;

import dev.interleave.web.account.ClientAddress;
import dev.interleave.web.account.ReturnCookie;
import dev.interleave.web.account.SessionCookie;
import dev.interleave.web.account.SignInService;
import dev.interleave.web.account.openid.OpenIdProvider;
import dev.interleave.web.account.openid.OpenIdRoutes;
import dev.interleave.web.account.openid.OpenIdSettings;
import dev.interleave.web.background.Rounds;
import dev.interleave.web.cell.Workbooks;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.gradebook.CellRoutes;
import dev.interleave.web.gradebook.GradebookRoutes;
import dev.interleave.web.gradebook.PointsRoutes;
import dev.interleave.web.gradebook.ReleasedPoints;
import dev.interleave.web.gradebook.ReportRoutes;
import dev.interleave.web.gradebook.RubricRoutes;
import dev.interleave.web.grading.GradingWorkers;
import dev.interleave.web.handin.AttemptViews;
import dev.interleave.web.handin.ClassHints;
import dev.interleave.web.handin.CodeComments;
import dev.interleave.web.handin.DueHandIns;
import dev.interleave.web.handin.GradeHistory;
import dev.interleave.web.handin.HandIn;
import dev.interleave.web.handin.HandInRoutes;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.handin.Rubrics;
import dev.interleave.web.lti.LearningPlatforms;
import dev.interleave.web.page.Pages;
import dev.interleave.web.privacy.LearnerData;
import dev.interleave.web.privacy.PrivacyRoutes;
import dev.interleave.web.privacy.Retention;
import dev.interleave.web.progress.Database;
import dev.interleave.web.radar.RadarRoutes;
import dev.interleave.web.regrade.RegradeRoutes;
import dev.interleave.web.regrade.Regradings;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What a server with accounts has more than one for a single learner: signing in, classes,
 * hand-ins, the gradebook.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Teaching implements AutoCloseable {

    private final Services services;
    private final Clock clock;
    private final SignInService signIn;
    private final ClassService classes;
    private final HandIns handIns;
    private final ManualGrades manual;
    private final Database database;
    private final Rubrics rubrics;
    private final ClassHints hints;
    private final CodeComments comments;
    private final GradingWorkers<HandIn> workers;
    private final Rounds dueHandIns;
    private final Rounds retention;
    private final LearnerData learnerData;
    private final Optional<OpenIdProvider> openId;
    private final LearningPlatforms platforms;
    private final Regradings regradings;
    private final GradingWorkers<Regradings.Job> regradeWorkers;

    public Teaching(Database database, Services services, Clock clock) {
        this(database, services, clock, Optional.empty());
    }

    /**
     * @param openId service by which people can sign in, too
     */
    public Teaching(
            Database database, Services services, Clock clock, Optional<OpenIdSettings> openId) {
        this.openId = openId.map(OpenIdProvider::new);
        this.database = database;
        this.services = services;
        this.clock = clock;
        this.signIn = new SignInService(database, clock);
        this.classes = ClassService.open(database, signIn, services.library(), clock);
        this.handIns = new HandIns(database, clock);
        this.manual = new ManualGrades(database, signIn.audit(), clock);
        this.platforms =
                new LearningPlatforms(
                        database,
                        classes,
                        new ReleasedPoints(database, classes, handIns, manual)::of,
                        clock);
        this.rubrics = new Rubrics(database, signIn.audit());
        this.hints = new ClassHints(database, signIn.audit(), clock);
        this.comments = new CodeComments(database, signIn.audit(), clock);
        this.workers =
                new GradingWorkers<>("grading-hand-in", handIns, services.grader(), gradedAtOnce());
        var due =
                new DueHandIns(
                        database,
                        classes.exercises(),
                        handIns,
                        services.store().drafts(),
                        clock,
                        workers::wake);
        this.dueHandIns = new Rounds("due-hand-ins", Duration.ofSeconds(20), due::collect);
        this.retention =
                new Rounds("retention", Duration.ofHours(1), new Retention(database, clock)::run);
        this.learnerData =
                new LearnerData(database, signIn.audit(), services.exercises().reports());
        this.regradings = new Regradings(database, signIn.audit(), clock);
        this.regradeWorkers = new GradingWorkers<>("regrading", regradings, services.grader(), 1);
    }

    /** The path at which the first admin is made; empty if there is an admin. */
    public Optional<String> firstLink() {
        return signIn.firstLink();
    }

    void register(RoutesConfig routes, ServerSettings settings, Workbooks workbooks, Pages pages) {
        // With no referrer at all, browsers leave out where a form comes from, too.
        routes.before(ctx -> ctx.header("Referrer-Policy", "same-origin"));
        var cookie = new SessionCookie(settings.secure());
        var addresses = new ClientAddress(settings.proxies());
        signIn.register(
                routes,
                cookie,
                addresses,
                classes.classes(),
                openId.map(OpenIdProvider::offered).orElse(null),
                workbooks::closeOf,
                pages);
        openId.ifPresent(
                provider ->
                        new OpenIdRoutes(
                                        provider,
                                        signIn,
                                        signIn.browsers(cookie),
                                        new ReturnCookie("openid", settings.secure()),
                                        addresses,
                                        settings::address,
                                        pages,
                                        clock)
                                .register(routes));
        new PrivacyRoutes(signIn.accounts(), learnerData, workbooks::closeOf, pages)
                .register(routes);
        classes.register(routes, pages);
        platforms.register(routes, cookie, addresses, settings::address, pages);
        var views = new AttemptViews(handIns, comments, services.exercises().reports());
        new HandInRoutes(
                        classes,
                        handIns,
                        views,
                        manual,
                        rubrics,
                        hints,
                        workers,
                        services.store().drafts(),
                        clock,
                        pages)
                .register(routes);
        var history = new GradeHistory(database, clock);
        new RegradeRoutes(
                        classes,
                        regradings,
                        regradeWorkers,
                        handIns,
                        workers,
                        manual,
                        services.grader(),
                        pages)
                .register(routes);
        new GradebookRoutes(database, classes, handIns, manual, history, pages).register(routes);
        new CellRoutes(classes, handIns, manual, rubrics, comments, views, history, pages)
                .register(routes);
        new ReportRoutes(database, classes, handIns, manual, rubrics, views, clock, pages)
                .register(routes);
        new RubricRoutes(classes, rubrics, pages).register(routes);
        new RadarRoutes(database, classes, hints, clock, pages).register(routes);
        new PointsRoutes(classes, manual, pages).register(routes);
    }

    /** Begins to grade what waits. */
    void start() {
        workers.start();
        dueHandIns.start();
        retention.start();
        platforms.start();
        regradeWorkers.start();
    }

    @Override
    public void close() {
        retention.close();
        dueHandIns.close();
        workers.close();
        regradeWorkers.close();
        openId.ifPresent(OpenIdProvider::close);
        platforms.close();
    }

    /** Half of the processors: the lessons' cells need the others. */
    private static int gradedAtOnce() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
