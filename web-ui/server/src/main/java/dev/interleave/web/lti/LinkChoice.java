package dev.interleave.web.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.interleave.web.account.Account;
import dev.interleave.web.account.Forms;
import dev.interleave.web.account.OneTime;
import dev.interleave.web.account.Role;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.classroom.Assignments;
import dev.interleave.web.classroom.CourseExercises;
import dev.interleave.web.lti.Launch.Choosing;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where links lead, and their making (deep linking): an instructor chooses a lesson or an exercise
 * in a frame of the platform's page, and gets a signed answer for the platform. In that frame there
 * are no cookies, so nobody is signed in by it; who has the key of the choice, once and within an
 * hour, can make one link, and nothing else.
 *
 * <p>Threading: any thread may call anything.
 */
final class LinkChoice {

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String CHOICE = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final Duration VALID = Duration.ofHours(1);
    private static final Duration ANSWER_VALID = Duration.ofMinutes(5);

    private final CourseExercises exercises;
    private final Assignments assignments;
    private final ToolKey key;
    private final Function<Context, String> here;
    private final Pages pages;
    private final Clock clock;
    private final OneTime<Launch> waiting;
    private final Tokens tokens = new Tokens();

    LinkChoice(
            CourseExercises exercises,
            Assignments assignments,
            ToolKey key,
            Function<Context, String> here,
            Pages pages,
            Clock clock) {
        this.exercises = exercises;
        this.assignments = assignments;
        this.key = key;
        this.here = here;
        this.pages = pages;
        this.clock = clock;
        this.waiting = new OneTime<>(clock, VALID);
    }

    void register(RoutesConfig routes) {
        routes.post(LoginRoutes.CHOOSE, this::choose);
    }

    /** Assigns the exercise that a link was made for, if the class has it not to do yet. */
    void assign(Launch launch, Account account, String classId) {
        var exercise = launch.exercise();
        if (exercise != null && exercises.find(exercise).isPresent()) {
            assignments.assignOnce(account, classId, exercise);
        }
    }

    /** The path at which a launch goes on. */
    String target(Launch launch, String classId) {
        var lesson = launch.custom().get("lesson");
        if (exercises.library().course().written().stream().anyMatch(e -> e.id().equals(lesson))) {
            return "/lessons/" + lesson;
        }
        var exercise = launch.exercise();
        return assignments.of(classId).stream().anyMatch(e -> e.exercise().equals(exercise))
                ? "/classes/%s/exercises/%s".formatted(classId, exercise)
                : "/classes/" + classId;
    }

    void show(Context ctx, Launch launch) {
        if (launch.role() != Role.INSTRUCTOR) {
            throw new ForbiddenResponse("Only who teaches the course makes links.");
        }
        var secret = tokens.secret();
        waiting.put(secret, launch);
        Frames.allow(ctx, launch.platform());
        pages.show(
                ctx,
                site ->
                        new ChoosePage(
                                site,
                                secret,
                                exercises.library().course().written(),
                                exercises.all()));
    }

    private void choose(Context ctx) {
        var launch =
                waiting.take(Forms.field(ctx, "key"))
                        .orElseThrow(
                                () ->
                                        new UnauthorizedResponse(
                                                "This choice was made, or waited too long. Begin it"
                                                        + " again in the learning platform."));
        var link = link(Forms.field(ctx, "what"), here.apply(ctx) + LoginRoutes.LAUNCH);
        var answer = key.sign(answer(launch, link));
        Frames.allow(ctx, launch.platform());
        Frames.allowForms(ctx, launch.platform());
        var back = launch.choosing().back().toString();
        var title = link.get("title").toString();
        pages.show(ctx, site -> new GivePage(site, launch.platform().name(), back, answer, title));
    }

    private Map<String, Object> link(String what, String url) {
        var kind = what.replaceFirst(":.*", "");
        var id = what.substring(what.indexOf(':') + 1);
        var title =
                switch (kind) {
                    case "exercise" ->
                            exercises.find(id).map(found -> found.exercise().title()).orElse(null);
                    case "lesson" ->
                            exercises.library().course().written().stream()
                                    .filter(each -> each.id().equals(id))
                                    .map(each -> each.title())
                                    .findFirst()
                                    .orElse(null);
                    default -> null;
                };
        if (title == null) {
            throw new BadRequestResponse("There is no such lesson or exercise.");
        }
        var link = new LinkedHashMap<String, Object>();
        link.put("type", "ltiResourceLink");
        link.put("title", title);
        link.put("url", url);
        link.put("custom", Map.of(kind, id));
        exercises
                .find(id)
                .filter(_ -> kind.equals("exercise"))
                .ifPresent(
                        found ->
                                link.put(
                                        "lineItem",
                                        Map.of(
                                                "label", title,
                                                "scoreMaximum", found.exercise().points(),
                                                "resourceId", id)));
        return link;
    }

    private JWTClaimsSet answer(Launch launch, Map<String, Object> link) {
        var now = clock.instant();
        Choosing choosing = launch.choosing();
        var platform = launch.platform();
        var answer =
                new JWTClaimsSet.Builder()
                        .issuer(platform.client())
                        .audience(platform.issuer())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(ANSWER_VALID)))
                        .claim("nonce", tokens.secret())
                        .claim(CLAIM + "deployment_id", platform.deployment())
                        .claim(CLAIM + "message_type", "LtiDeepLinkingResponse")
                        .claim(CLAIM + "version", "1.3.0")
                        .claim(CHOICE + "content_items", List.of(link));
        if (choosing.data() != null) {
            answer.claim(CHOICE + "data", choosing.data());
        }
        return answer.build();
    }
}
