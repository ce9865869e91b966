package dev.interleave.web.lti;

import dev.interleave.web.account.ClientAddress;
import dev.interleave.web.account.OneTime;
import dev.interleave.web.account.ReturnCookie;
import dev.interleave.web.account.SessionCookie;
import dev.interleave.web.background.Rounds;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.gradebook.ReleasedPoints.Released;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * All that this server has to do with learning platforms.
 *
 * <p>Threading: any thread may call anything.
 */
public final class LearningPlatforms implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofSeconds(20);

    private final ClassService classes;
    private final Clock clock;
    private final Platforms platforms;
    private final LtiClasses ltiClasses;
    private final ToolKey key;
    private final Connections connections;
    private final RosterComparison rosters;
    private final ScoreQueue queue;
    private final Rounds sending;

    /**
     * @param points that learners of a class may see
     */
    public LearningPlatforms(
            Database database,
            ClassService classes,
            Function<String, List<Released>> points,
            Clock clock) {
        this.classes = classes;
        this.clock = clock;
        this.platforms = new Platforms(database, classes.signIn().audit(), clock);
        this.ltiClasses = new LtiClasses(database, classes.classes());
        this.key = new ToolKey(database.privateFile("lti-key.json"));
        this.connections = new Connections(key, clock);
        var signIn = classes.signIn();
        this.rosters =
                new RosterComparison(
                        database, signIn.identities(), classes.classes(), signIn.audit());
        this.queue = new ScoreQueue(database, clock);
        var sender =
                new ScoreSender(
                        ltiClasses,
                        points,
                        classes.exercises()::title,
                        signIn.identities(),
                        connections,
                        queue);
        this.sending = new Rounds("points-for-platforms", BETWEEN, sender::round);
    }

    /**
     * Adds the routes.
     *
     * @param here as browsers reach this server, such as {@code https://course.example}
     */
    public void register(
            RoutesConfig routes,
            SessionCookie session,
            ClientAddress addresses,
            Function<Context, String> here,
            Pages pages) {
        var away = new OneTime<Away>(clock, ReturnCookie.VALID);
        var cookie = new ReturnCookie("lti", session.secure());
        var choice =
                new LinkChoice(classes.exercises(), classes.assignments(), key, here, pages, clock);
        new PlatformRoutes(platforms, connections, key, pages).register(routes);
        new LoginRoutes(platforms, away, cookie, here, pages).register(routes);
        new LaunchRoutes(
                        away,
                        connections,
                        classes.signIn().identities(),
                        classes.signIn().browsers(session),
                        ltiClasses,
                        choice,
                        cookie,
                        addresses,
                        here,
                        clock)
                .register(routes);
        choice.register(routes);
        new PlatformClassRoutes(
                        ltiClasses,
                        classes,
                        connections,
                        rosters,
                        queue,
                        sending::wake,
                        pages,
                        clock)
                .register(routes);
    }

    /** Begins to send points. */
    public void start() {
        sending.start();
    }

    @Override
    public void close() {
        sending.close();
        connections.close();
    }
}
