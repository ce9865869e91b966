package dev.interleave.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was run is kept, with what it told. */
class RunsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final CellKey HELLO = new CellKey("ann", "waiting", "hello");
    private static final CellKey SUM = new CellKey("ann", "waiting", "sum");

    @TempDir Path folder;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Database database;
    private Drafts drafts;
    private Runs runs;
    private Progress progress;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        drafts = new Drafts(database, clock);
        runs = new Runs(database, drafts, clock);
        progress = new Progress(database, clock);
        progress.enrol("ann");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_run_stores_the_draft_that_it_runs() {
        assertThat(begin(HELLO, "1 + 1", 0))
                .isEqualTo(new Begun.Stored(run(1), new Draft("1 + 1", 1), NOW));
        assertThat(drafts.of("ann", "waiting")).containsEntry("hello", new Draft("1 + 1", 1));
    }

    @Test
    void the_authors_text_is_run_without_becoming_a_draft() {
        assertThat(runs.begin(HELLO, "1 + 1", null, 0))
                .isEqualTo(new Begun.Stored(run(1), Draft.NONE, NOW));
        assertThat(drafts.of("ann", "waiting")).isEmpty();
        assertThat(runs.latest("ann", "waiting").get("hello").text()).isEqualTo("1 + 1");
    }

    @Test
    void a_conflict_runs_nothing() {
        drafts.save(HELLO, "mine", 0);

        assertThat(begin(HELLO, "theirs", 0)).isEqualTo(new Begun.Conflict(new Draft("mine", 1)));
        assertThat(runs.latest("ann", "waiting")).isEmpty();
    }

    @Test
    void what_a_run_told_comes_back_in_order() {
        begin(HELLO, "text", 0);
        runs.append(run(1), 0, List.of("{\"a\":1}", "{\"b\":2}"));
        runs.end(run(1), 1, List.of("{\"c\":3}"), new RunEnd("timeout", "time", "Too long.", 12.5));

        assertThat(runs.latest("ann", "waiting"))
                .containsEntry(
                        "hello",
                        new Run(
                                1,
                                "hello",
                                "text",
                                "timeout",
                                "time",
                                "Too long.",
                                12.5,
                                NOW,
                                List.of("{\"a\":1}", "{\"b\":2}", "{\"c\":3}")));
    }

    @Test
    void the_last_run_of_each_cell_counts() {
        begin(HELLO, "one", 0);
        begin(SUM, "two", 0);
        begin(HELLO, "three", 1);
        runs.append(run(1), 0, List.of("{\"old\":1}"));

        var latest = runs.latest("ann", "waiting");

        assertThat(latest).containsOnlyKeys("hello", "sum");
        assertThat(latest.get("hello").number()).isEqualTo(3);
        assertThat(latest.get("hello").events()).isEmpty();
        assertThat(latest.get("hello").evalMillis()).isNull();
    }

    @Test
    void old_runs_go_and_numbers_go_on() {
        for (var i = 0; i < Runs.KEPT + 5; i++) {
            begin(HELLO, "text", i == 0 ? 0 : 1);
            runs.append(run(i + 1), 0, List.of("{}"));
        }

        assertThat(count("run")).isEqualTo(Runs.KEPT);
        assertThat(count("run_part")).isEqualTo(Runs.KEPT);
        assertThat(runs.latest("ann", "waiting").get("hello").number()).isEqualTo(Runs.KEPT + 5);
    }

    @Test
    void the_versions_of_a_cell_are_kept_with_what_they_told() {
        begin(HELLO, "one", 0);
        runs.append(run(1), 0, List.of("{\"a\":1}", "{\"b\":2}"));
        runs.append(run(1), 1, List.of("{\"c\":3}"));
        begin(SUM, "other", 0);
        begin(HELLO, "two", 1);

        assertThat(runs.ofCell(HELLO)).extracting(Run::text).containsExactly("one", "two");
        assertThat(runs.ofCell(HELLO, 1).orElseThrow().events())
                .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
        assertThat(runs.ofCell(HELLO, 2)).isEmpty();
    }

    @Test
    void what_the_end_of_the_server_cut_off_says_so() {
        begin(HELLO, "one", 0);
        begin(SUM, "two", 0);
        runs.append(run(1), 0, List.of("{\"printed\":1}"));
        runs.end(run(2), 1, List.of(), new RunEnd("ok", null, null, 1));

        runs.interruptAll();

        var latest = runs.latest("ann", "waiting");
        assertThat(latest.get("hello").status()).isEqualTo(Run.INTERRUPTED);
        assertThat(latest.get("hello").message()).isEqualTo("The server stopped while this ran.");
        assertThat(latest.get("hello").events()).containsExactly("{\"printed\":1}");
        assertThat(latest.get("sum").status()).isEqualTo("ok");
    }

    @Test
    void a_lesson_is_done_when_each_of_its_cells_was_run() {
        progress.opened("ann", "waiting");
        begin(HELLO, "one", 0);
        runs.end(run(1), 1, List.of(), new RunEnd("exception", null, null, 1));

        assertThat(progress.doneIfAllRan("ann", "waiting", Set.of("hello", "sum"))).isFalse();
        assertThat(progress.of("ann").get("waiting").done()).isFalse();
        assertThat(progress.of("ann").get("waiting").ran()).containsExactly("hello");

        begin(SUM, "two", 0);
        assertThat(progress.doneIfAllRan("ann", "waiting", Set.of("hello", "sum"))).isFalse();
        runs.end(run(2), 1, List.of(), new RunEnd("ok", null, null, 1));

        assertThat(progress.doneIfAllRan("ann", "waiting", Set.of("hello", "sum"))).isTrue();
        assertThat(progress.doneIfAllRan("ann", "waiting", Set.of("hello", "sum"))).isFalse();
        assertThat(progress.of("ann").get("waiting").done()).isTrue();
    }

    private Begun begin(CellKey cell, String text, long base) {
        return runs.begin(cell, text, text, base);
    }

    private static RunKey run(long number) {
        return new RunKey("ann", "waiting", number);
    }

    private int count(String table) {
        return database.read(
                db -> db.select("SELECT COUNT(*) FROM " + table).mapTo(Integer.class).one());
    }
}
