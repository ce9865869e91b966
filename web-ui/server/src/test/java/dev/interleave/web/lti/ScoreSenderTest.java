package dev.interleave.web.lti;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.interleave.web.account.SignInService;
import dev.interleave.web.classroom.Classes;
import dev.interleave.web.gradebook.ReleasedPoints.Released;
import dev.interleave.web.outgoing.TestIssuer;
import dev.interleave.web.progress.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Points for a platform that the test plays, at times that it says. */
@Timeout(300)
class ScoreSenderTest {

    private static final String ITEM = "{\"id\":\"%s/item?t=1\",\"resourceId\":\"%s\"}";

    @TempDir static Path keys;
    @TempDir Path data;
    private static TestIssuer platform;
    private static ToolKey key;

    /** The test that goes on: keys take long to make, so that all tests have one platform. */
    private static volatile ScoreSenderTest test;

    private Database database;
    private Connections connections;
    private ScoreQueue queue;
    private ScoreSender sender;
    private volatile Instant now = Instant.parse("2027-01-31T12:00:00Z");
    private volatile List<Released> released = List.of();
    private volatile String items = "[]";
    private volatile int status = 200;
    private volatile int itemsStatus = 200;

    /** Requests at the columns, and the scores that came. */
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final List<JsonNode> scores = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void play() throws IOException {
        try (var database = Database.open(keys)) {
            key = new ToolKey(database.privateFile("lti-key.json"));
        }
        platform = new TestIssuer();
        platform.on(
                "/token",
                exchange ->
                        TestIssuer.answer(
                                exchange,
                                200,
                                "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":9999}"));
        platform.on("/items", exchange -> test.items(exchange));
        platform.on(
                "/item/scores",
                exchange -> {
                    test.scores.add(new JsonMapper().readTree(exchange.getRequestBody()));
                    test.asked.add("POST " + exchange.getRequestURI());
                    TestIssuer.answer(exchange, test.status, "{}");
                });
    }

    @AfterAll
    static void end() {
        platform.close();
    }

    @BeforeEach
    void start() {
        test = this;
        database = Database.open(data);
        run(
                "INSERT INTO lti_platform VALUES ('p', 'Campus', '%1$s', 'us', '7', '%1$s/auth', '%1$s/token', '%1$s/keys', '', 0)"
                        .formatted(platform.issuer()));
        run("INSERT INTO class (id, name, join_code, created_at) VALUES ('c', 'C', 'j', 0)");
        run(
                "INSERT INTO lti_context (platform, context, class, line_items_url) VALUES ('p', 'c1', 'c', '%s/items?course=1')"
                        .formatted(platform.issuer()));
        for (var login : List.of("ann", "ben", "cem")) {
            run("INSERT INTO learner VALUES ('%s', 0)".formatted(login));
            run(
                    "INSERT INTO account (id, login, name, role, created_at) VALUES ('%1$s', '%1$s', '%1$s', 'learner', 0)"
                            .formatted(login));
        }
        for (var login : List.of("ann", "ben")) {
            run(
                    "INSERT INTO identity VALUES ('lti %1$s us', 'sub of %2$s', '%2$s', 0)"
                            .formatted(platform.issuer(), login));
        }
        open();
    }

    /** As a server does that starts on what another left. */
    private void open() {
        var clock = clock();
        var signIn = new SignInService(database, clock);
        var classes = new LtiClasses(database, new Classes(database, signIn.audit(), clock));
        connections = new Connections(key, clock);
        queue = new ScoreQueue(database, clock);
        sender =
                new ScoreSender(
                        classes,
                        _ -> released,
                        title -> "Title of " + title,
                        signIn.identities(),
                        connections,
                        queue);
    }

    @AfterEach
    void close() {
        connections.close();
        database.close();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private void run(String sql) {
        database.write(db -> db.execute(sql));
    }

    private void items(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(
                "%s %s %s"
                        .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body)
                        .strip());
        var reading = exchange.getRequestMethod().equals("GET");
        TestIssuer.answer(
                exchange,
                reading ? 200 : itemsStatus,
                reading ? items : ITEM.formatted(platform.issuer(), "x"));
    }

    private void points(String learner, Double points) {
        released = List.of(new Released("x", learner, points, 10));
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private PlatformClassPage.Points only() {
        assertThat(queue.of("c")).hasSize(1);
        return queue.of("c").getFirst();
    }

    @Test
    void a_column_is_made_once_and_points_are_sent_once_and_again_when_they_change() {
        points("ann", null);
        sender.round();
        assertThat(asked).isEmpty();

        points("ann", 7.5);
        sender.round();
        sender.round();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0)).isEqualTo("GET /items?course=1");
        assertThat(asked.get(1))
                .startsWith("POST /items?course=1 {")
                .contains("Title of x", "\"scoreMaximum\":10.0", "\"resourceId\":\"x\"");
        assertThat(asked.get(2)).isEqualTo("POST /item/scores?t=1");
        assertThat(scores.getFirst())
                .hasToString(
                        "{\"userId\":\"sub of ann\",\"timestamp\":\"2027-01-31T12:00:00.000Z\","
                                + "\"scoreGiven\":7.5,\"scoreMaximum\":10.0,"
                                + "\"activityProgress\":\"Completed\","
                                + "\"gradingProgress\":\"FullyGraded\"}");

        points("ann", 8.0);
        sender.round();
        points("ann", null);
        sender.round();
        assertThat(scores)
                .extracting(each -> each.path("timestamp").asText())
                .containsExactly(
                        "2027-01-31T12:00:00.000Z",
                        "2027-01-31T12:00:00.001Z",
                        "2027-01-31T12:00:00.002Z");
        assertThat(scores.getLast().has("scoreGiven")).isFalse();
        assertThat(only().state()).isEqualTo("sent");
    }

    @Test
    void a_column_that_is_there_is_taken_and_who_is_not_known_there_is_left_out() {
        items =
                "[%s,%s]"
                        .formatted(
                                ITEM.formatted("http://127.0.0.1:1", "another"),
                                ITEM.formatted(platform.issuer(), "x"));
        released = List.of(new Released("x", "ann", 1.0, 10), new Released("x", "cem", 1.0, 10));
        sender.round();

        assertThat(asked).hasSize(2).noneMatch(each -> each.startsWith("POST /items"));
        assertThat(only().name()).isEqualTo("ann");
    }

    @Test
    void a_platform_that_is_down_is_asked_again_later_and_outlives_the_server() {
        released = List.of(new Released("x", "ann", 1.0, 10), new Released("x", "ben", 2.0, 10));
        status = 503;
        sender.round();
        sender.round();
        assertThat(scores).hasSize(1);
        assertThat(queue.of("c"))
                .allMatch(each -> each.state().equals("waiting") && each.why().contains("(503)"))
                .allMatch(each -> each.next().equals(now.plusSeconds(30)));

        later(Duration.ofSeconds(30));
        sender.round();
        assertThat(scores).hasSize(2);
        assertThat(queue.of("c")).allMatch(each -> each.next().equals(now.plusSeconds(60)));

        connections.close();
        open();
        status = 200;
        later(Duration.ofSeconds(60));
        sender.round();
        sender.round();
        assertThat(scores).hasSize(4);
        assertThat(scores.get(2)).isEqualTo(scores.getFirst());
        assertThat(queue.of("c")).allMatch(each -> each.state().equals("sent"));
    }

    @Test
    void points_that_are_refused_are_not_sent_again_before_somebody_says_so() {
        points("ann", 1.0);
        status = 422;
        sender.round();
        later(Duration.ofDays(1));
        sender.round();
        assertThat(scores).hasSize(1);
        assertThat(only().state()).isEqualTo("refused");
        assertThat(only().why()).contains("(422)");

        status = 200;
        queue.again("c");
        sender.round();
        assertThat(scores).hasSize(2);
        assertThat(only().state()).isEqualTo("sent");
    }

    @Test
    void an_answer_that_was_lost_is_not_taken_for_a_refusal() {
        points("ann", 1.0);
        status = 500;
        sender.round();
        status = 409;
        later(Duration.ofSeconds(30));
        sender.round();
        assertThat(only().state()).isEqualTo("sent");

        points("ann", 2.0);
        sender.round();
        assertThat(only().state()).isEqualTo("refused");
    }

    @Test
    void a_column_that_the_platform_has_no_more_is_made_again() {
        points("ann", 1.0);
        status = 404;
        sender.round();
        status = 200;
        later(Duration.ofSeconds(30));
        sender.round();

        assertThat(asked.stream().filter(each -> each.startsWith("POST /items"))).hasSize(2);
        assertThat(only().state()).isEqualTo("sent");
    }

    @Test
    void a_column_that_the_platform_refuses_to_make_is_asked_for_once_and_holds_up_no_other() {
        items = "[%s]".formatted(ITEM.formatted(platform.issuer(), "y"));
        itemsStatus = 400;
        released =
                List.of(
                        new Released("x", "ann", 1.0, 10),
                        new Released("x", "ben", 2.0, 10),
                        new Released("y", "ann", 3.0, 10));
        sender.round();
        later(Duration.ofDays(1));
        sender.round();

        assertThat(asked.stream().filter(each -> each.startsWith("POST /items"))).hasSize(1);
        assertThat(queue.of("c"))
                .extracting(each -> each.exercise() + " " + each.state())
                .containsExactlyInAnyOrder("x refused", "x refused", "y sent");
        assertThat(queue.of("c").getFirst().why()).contains("(400)");

        itemsStatus = 200;
        queue.again("c");
        sender.round();
        assertThat(queue.of("c")).allMatch(each -> each.state().equals("sent"));
    }

    @Test
    void a_platform_that_cannot_make_a_column_now_is_asked_again_later() {
        itemsStatus = 503;
        points("ann", 1.0);
        sender.round();
        assertThat(only().state()).isEqualTo("waiting");

        itemsStatus = 200;
        later(Duration.ofSeconds(30));
        sender.round();
        assertThat(only().state()).isEqualTo("sent");
    }

    @Test
    void a_column_that_was_made_by_hand_is_taken_by_its_title_if_there_is_only_one() {
        var byHand = "{\"id\":\"%s/item\",\"label\":\" title of X \"}".formatted(platform.issuer());
        var other = "{\"id\":\"/z\",\"label\":\"Title of x\",\"resourceId\":\"z\"}";
        items = "[%s,%s]".formatted(other, byHand);
        points("ann", 1.0);
        sender.round();
        assertThat(asked).containsExactly("GET /items?course=1", "POST /item/scores");

        asked.clear();
        queue.forgetLineItem("c", "x");
        items = "[%s,%s]".formatted(byHand, byHand);
        points("ann", 2.0);
        sender.round();
        assertThat(asked.get(1)).startsWith("POST /items?course=1 {");
    }

    @Test
    void who_is_known_there_twice_gets_points_as_who_they_were_last() {
        run(
                "INSERT INTO identity VALUES ('lti %1$s us', 'newest of ann', 'ann', 2), ('lti %1$s us', 'another of ann', 'ann', 1)"
                        .formatted(platform.issuer()));
        points("ann", 1.0);
        sender.round();

        assertThat(scores.getFirst().path("userId").asText()).isEqualTo("newest of ann");
    }

    @Test
    void what_learners_may_not_see_any_more_waits() {
        points("ann", 1.0);
        status = 503;
        sender.round();
        run(
                "INSERT INTO assignment (class, exercise, attempts, late_rule, late_percent,"
                        + " assigned_at, results_held) VALUES ('c', 'x', 0, 'none', 0, 0, 1)");
        released = List.of();
        later(Duration.ofSeconds(30));
        sender.round();

        assertThat(scores).hasSize(1);
    }

    @Test
    void a_column_elsewhere_gets_nothing() {
        items = "[{\"id\":\"https://evil.example/item\",\"resourceId\":\"x\"}]";
        points("ann", 1.0);
        sender.round();

        assertThat(only().why()).contains("named no column");
        assertThat(ScoreSender.scores(URI.create("https://a.example/i")))
                .hasToString("https://a.example/i/scores");
    }
}
