package dev.interleave.web.lti;

import static dev.interleave.web.lti.TestLaunches.INSTRUCTOR;
import static dev.interleave.web.lti.TestLaunches.LEARNER;
import static dev.interleave.web.lti.TestLaunches.VOCABULARY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.interleave.sandbox.Grader;
import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import dev.interleave.web.outgoing.TestIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a class has to do with its platform, which the test plays, after people have come. */
@Timeout(300)
class PlatformClassTest {

    private static final Path COURSE = Path.of("src/test/resources/exercise-course");

    @TempDir static Path data;
    private static final BlockingQueue<String> SCORES = new LinkedBlockingQueue<>();
    private static TestIssuer platform;
    private static TestServer server;
    private static TestBrowser admin;
    private static TestLaunches launches;

    @BeforeAll
    static void start() throws IOException {
        platform = new TestIssuer();
        server = TestServer.withAccounts(data, COURSE, Grader.refusing("Not graded."));
        launches = new TestLaunches(platform, server);
        admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
        platform.on(
                "/token",
                exchange ->
                        TestIssuer.answer(
                                exchange,
                                200,
                                "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
        platform.on(
                "/item/scores",
                exchange -> {
                    SCORES.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    TestIssuer.answer(exchange, 200, "{}");
                });
        launches.register(admin, "us", platform.issuer() + "/keys");
    }

    @AfterAll
    static void close() {
        admin.close();
        server.close();
        platform.close();
    }

    @Test
    void the_members_of_a_class_follow_the_course_after_a_look_at_it() {
        var members =
                List.of(
                        """
                        {"user_id":"mia","roles":["%s"]}\
                        """
                                .formatted(INSTRUCTOR),
                        """
                        {"user_id":"new","name":"=New","roles":["Learner"]}\
                        """,
                        """
                        {"user_id":"ron","roles":["%s/Instructor#TeachingAssistant"]}\
                        """
                                .formatted(VOCABULARY + "membership"));
        platform.on(
                "/members",
                exchange ->
                        TestIssuer.answer(
                                exchange,
                                200,
                                "{\"members\":[" + String.join(",", members) + "]}"));
        UnaryOperator<JWTClaimsSet.Builder> withMembers =
                claims ->
                        claims.claim(
                                "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                                Map.of("context_memberships_url", platform.issuer() + "/members"));
        try (var teacher = TestBrowser.at(server);
                var learner = TestBrowser.at(server)) {
            var arrived = launches.launch(teacher, withMembers, "mia", "c6", INSTRUCTOR);
            var path = arrived.headers().firstValue("Location").orElseThrow();
            launches.launch(learner, claims -> claims, "ron", "c6", LEARNER);
            launches.launch(learner, claims -> claims, "leo", "c6", LEARNER);
            var byCode = admin.invite("by-code", "learner");
            var code = teacher.get(path).body().replaceAll("(?s).*/join/([0-9a-f]+).*", "$1");
            byCode.form("/classes/join", "code", code);
            byCode.close();

            assertThat(teacher.get(path + "/members").body()).contains("with Campus Moodle");
            var preview = teacher.form(path + "/platform/roster").body();
            assertThat(preview)
                    .contains("1 get an account", "0 have one", "1 get another role", "1 leave")
                    .contains("is learner, becomes tutor", "is learner, leaves");
            assertThat(teacher.get(path + "/members").body())
                    .contains("Name of leo")
                    .doesNotContain("=New");
            var key = preview.replaceAll("(?s).*name=\"key\" value=\"(.*?)\".*", "$1");
            assertThat(admin.form(path + "/platform/roster/apply", "key", key).statusCode())
                    .isEqualTo(409);
            key =
                    teacher.form(path + "/platform/roster")
                            .body()
                            .replaceAll("(?s).*name=\"key\" value=\"(.*?)\".*", "$1");
            assertThat(teacher.form(path + "/platform/roster/apply", "key", key).statusCode())
                    .isEqualTo(200);
            assertThat(teacher.get(path + "/members").body())
                    .contains("=New", "Name of ron", "Name of mia", "Name of by-code")
                    .doesNotContain("Name of leo");
            assertThat(learner.get(path).statusCode()).isEqualTo(403);
            assertThat(teacher.form(path + "/platform/roster/apply", "key", key).statusCode())
                    .isEqualTo(409);
            assertThat(teacher.form(path + "/platform/roster").body()).contains("nobody would");
        }
        assertThat(admin.get("/audit").body()).contains("to the members of Campus Moodle: 1 with");
    }

    @Test
    void an_archived_class_stays_as_it_is_whoever_comes() {
        UnaryOperator<JWTClaimsSet.Builder> link =
                claims ->
                        claims.claim(TestLaunches.CLAIM + "custom", Map.of("exercise", "counter"));
        try (var teacher = TestBrowser.at(server);
                var learner = TestBrowser.at(server)) {
            var arrived = launches.launch(teacher, claims -> claims, "una", "c8", INSTRUCTOR);
            var path = arrived.headers().firstValue("Location").orElseThrow();
            teacher.form(path + "/archived", "archived", "yes");

            var refused = launches.launch(learner, link, "leo", "c8", LEARNER);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("is archived");
            var again = launches.launch(teacher, link, "una", "c8", INSTRUCTOR);
            assertThat(again.headers().firstValue("Location")).contains(path);
            assertThat(teacher.get(path).body()).contains("Nothing is assigned yet");
            assertThat(teacher.get(path + "/members").body()).doesNotContain("Name of leo");
        }
    }

    @Test
    void a_linked_exercise_is_assigned_and_its_points_go_back() throws Exception {
        UnaryOperator<JWTClaimsSet.Builder> link =
                claims ->
                        claims.claim(TestLaunches.CLAIM + "custom", Map.of("exercise", "counter"))
                                .claim(
                                        "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                                        Map.of("lineitem", platform.issuer() + "/item"));
        try (var teacher = TestBrowser.at(server);
                var learner = TestBrowser.at(server)) {
            var arrived = launches.launch(teacher, link, "tom", "c7", INSTRUCTOR);
            var exercise = arrived.headers().firstValue("Location").orElseThrow();
            assertThat(exercise).endsWith("/exercises/counter");
            assertThat(learner.get(exercise).statusCode()).isEqualTo(303);
            var followed = launches.launch(learner, link, "lea", "c7", LEARNER);
            assertThat(followed.headers().firstValue("Location")).contains(exercise);

            var path = exercise.replace("/exercises/counter", "");
            var cell = teacher.get(path + "/grades").body();
            cell = cell.replaceAll("(?s).*(/classes/[^\"]*/grades/counter/[0-9a-f]+)\".*", "$1");
            teacher.form(cell, "points", "7", "comment", "");
            assertThat(teacher.form(path + "/platform/points").statusCode()).isEqualTo(303);
            assertThat(SCORES.take())
                    .contains("\"userId\":\"lea\"", "\"scoreGiven\":7.0,\"scoreMaximum\":10.0");
            while (!teacher.get(path + "/platform").body().contains("1 sent, 0 waiting")) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        assertThat(SCORES).isEmpty();
        assertThat(admin.get("/audit").body()).contains("which assigned counter in class");
    }
}
