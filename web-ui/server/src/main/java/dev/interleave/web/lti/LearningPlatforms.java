package dev.interleave.web.lti;

import dev.interleave.web.account.ClientAddress;
import dev.interleave.web.account.OneTime;
import dev.interleave.web.account.ReturnCookie;
import dev.interleave.web.account.SessionCookie;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.Function;

/**
 * All that this server has to do with learning platforms.
 *
 * <p>Threading: any thread may call anything.
 */
public final class LearningPlatforms implements AutoCloseable {

    private final ClassService classes;
    private final Clock clock;
    private final Platforms platforms;
    private final LtiClasses ltiClasses;
    private final ToolKey key;
    private final Connections connections;
    private final RosterComparison rosters;

    public LearningPlatforms(Database database, ClassService classes, Clock clock) {
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
        new PlatformClassRoutes(ltiClasses, classes.classes(), connections, rosters, pages, clock)
                .register(routes);
    }

    @Override
    public void close() {
        connections.close();
    }
}
