package dev.interleave.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Grader;
import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import dev.interleave.web.account.openid.OpenIdSettings;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All routes of a server with accounts, with every role. */
@Timeout(300)
class AccessTest {

    private static final Set<String> FOR_ANYONE =
            Set.of(
                    "GET /health",
                    "GET /openapi.json",
                    "GET /sign-in",
                    "POST /sign-in",
                    "GET /sign-in/openid",
                    "GET /sign-in/openid/back",
                    "GET /lti/login",
                    "POST /lti/login",
                    "POST /lti/launch",
                    "GET /lti/enter",
                    "POST /lti/choose",
                    "GET /lti/keys",
                    "GET /welcome/{secret}",
                    "POST /welcome/{secret}");
    private static final Set<String> FOR_ADMINS =
            Set.of(
                    "GET /accounts",
                    "POST /accounts",
                    "POST /accounts/{account}/role",
                    "POST /accounts/{account}/link",
                    "POST /accounts/{account}/blocked",
                    "GET /accounts/{account}/data",
                    "GET /accounts/{account}/data.json",
                    "POST /accounts/{account}/delete",
                    "GET /platforms",
                    "POST /platforms",
                    "POST /platforms/{platform}/remove",
                    "GET /audit");
    private static final Set<String> FOR_TEACHERS = Set.of("POST /classes");
    private static final Set<String> FOR_MEMBERS =
            Set.of(
                    "GET /classes/{class}",
                    "GET /classes/{class}/report",
                    "GET /classes/{class}/exercises/{exercise}",
                    "POST /classes/{class}/exercises/{exercise}");
    private static final Set<String> FOR_STAFF =
            Set.of(
                    "GET /classes/{class}/members",
                    "GET /classes/{class}/members/{account}/report",
                    "GET /classes/{class}/grades",
                    "GET /classes/{class}/grades.csv",
                    "GET /classes/{class}/grades.xlsx",
                    "GET /classes/{class}/grades-history.csv",
                    "GET /classes/{class}/radar",
                    "POST /classes/{class}/radar/hint",
                    "GET /classes/{class}/grades/{exercise}/{learner}",
                    "POST /classes/{class}/grades/{exercise}/{learner}",
                    "POST /classes/{class}/grades/{exercise}/{learner}/comment",
                    "GET /classes/{class}/exercises/{exercise}/grading",
                    "GET /classes/{class}/exercises/{exercise}/grading/{learner}",
                    "POST /classes/{class}/exercises/{exercise}/grading/{learner}",
                    "POST /classes/{class}/exercises/{exercise}/grading/{learner}/comment",
                    "GET /classes/{class}/exercises/{exercise}/points",
                    "POST /classes/{class}/exercises/{exercise}/points",
                    "POST /classes/{class}/exercises/{exercise}/points/import");
    private static final Set<String> FOR_LEARNER_AND_STAFF =
            Set.of("GET /api/learners/{learner}/lessons/{id}/cells/{cell}/trace");
    private static final String MAY_NOT = "Your account may not do this.";

    @TempDir static Path data;
    private static TestServer server;
    private static TestBrowser nobody;
    private static final List<Person> EVERYBODY = new ArrayList<>();
    private static String classId;
    private static String learnerId;

    /**
     * Somebody who is signed in.
     *
     * @param inClass what they are in the class, or null
     */
    private record Person(Role role, Role inClass, TestBrowser browser) {

        boolean may(String route) {
            if (role == Role.ADMIN) {
                return true;
            }
            if (FOR_ADMINS.contains(route)) {
                return false;
            }
            if (FOR_TEACHERS.contains(route)) {
                return role == Role.INSTRUCTOR;
            }
            if (FOR_LEARNER_AND_STAFF.contains(route)) {
                return inClass != null;
            }
            if (!route.contains("{class}")) {
                return true;
            }
            return FOR_MEMBERS.contains(route) && inClass != null
                    || FOR_STAFF.contains(route) && inClass == Role.TUTOR
                    || inClass == Role.INSTRUCTOR;
        }
    }

    @BeforeAll
    static void start() {
        var nobodyThere = URI.create("http://127.0.0.1:1");
        server =
                TestServer.withOpenId(
                        data,
                        Grader.refusing("Not graded."),
                        new OpenIdSettings(nobodyThere, "us", "secret", "Campus", false));
        nobody = TestBrowser.at(server);
        var admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
        classId =
                admin.form("/classes", "name", "A class")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceAll(".*/", "");
        for (var role : Role.values()) {
            EVERYBODY.add(
                    new Person(role, null, admin.invite("outside-" + role.code(), role.code())));
        }
        for (var role : List.of(Role.LEARNER, Role.TUTOR, Role.INSTRUCTOR)) {
            EVERYBODY.add(new Person(Role.LEARNER, role, member(admin, role)));
        }
        admin.close();
    }

    private static TestBrowser member(TestBrowser admin, Role role) {
        var login = "inside-" + role.code();
        var browser = admin.invite(login, "learner");
        var page = admin.get("/classes/" + classId).body();
        var code = page.replaceAll("(?s).*/join/([0-9a-f]+).*", "$1");
        browser.form("/classes/join", "code", code);
        var members = "/classes/" + classId + "/members";
        var id = TestBrowser.idOf(login, admin.get(members).body());
        admin.form(members + "/" + id + "/role", "role", role.code());
        learnerId = role == Role.LEARNER ? id : learnerId;
        return browser;
    }

    @AfterAll
    static void close() {
        EVERYBODY.forEach(person -> person.browser().close());
        EVERYBODY.clear();
        nobody.close();
        server.close();
    }

    @Test
    void every_route_is_open_to_those_for_whom_it_is_and_to_nobody_else() {
        assertThat(server.routes())
                .containsAll(FOR_ADMINS)
                .containsAll(FOR_TEACHERS)
                .containsAll(FOR_MEMBERS)
                .containsAll(FOR_STAFF)
                .containsAll(FOR_LEARNER_AND_STAFF);
        for (var route : server.routes()) {
            var asNobody = ask(nobody, route).statusCode();
            if (FOR_ANYONE.contains(route)) {
                assertThat(asNobody).as(route).isNotIn(303, 403);
            } else {
                assertThat(asNobody).as(route).isIn(303, 401);
                EVERYBODY.forEach(person -> check(route, person));
            }
        }
    }

    private static void check(String route, Person person) {
        var what = "%s as %s, in the class %s".formatted(route, person.role(), person.inClass());
        var answer = ask(person.browser(), route);

        assertThat(answer.body().contains(MAY_NOT)).as(what).isEqualTo(!person.may(route));
        assertThat(answer.statusCode()).as(what).isNotIn(303, 401, 500);
        if (!person.may(route)) {
            assertThat(answer.statusCode()).as(what).isEqualTo(403);
        }
    }

    /** Forms come without their token, so that nothing is done: that is refused in other words. */
    private static HttpResponse<String> ask(TestBrowser browser, String route) {
        var method = route.substring(0, route.indexOf(' '));
        var path =
                route.substring(route.indexOf(' ') + 1)
                        .replace("{class}", classId)
                        .replace("{id}", "first-cell")
                        .replace("{cell}", "hello")
                        .replace("/api/learners/{learner}", "/api/learners/" + learnerId)
                        .replaceAll("\\{[a-z]+}", "1");
        // What streams would not end.
        if (path.endsWith("/events")) {
            path = path.replace("first-cell", "no-such-lesson");
        }
        if (method.equals("GET")) {
            return browser.get(path);
        }
        return path.startsWith("/api/")
                ? browser.command(method, path, "{}")
                : browser.formWith("wrong", path);
    }
}
