package dev.interleave.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.progress.Drafts.WasReset;
import dev.interleave.web.progress.Saved.Conflict;
import dev.interleave.web.progress.Saved.Stored;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tabs, one text. */
class DraftsTest {

    private static final CellKey CELL = new CellKey("ann", "waiting", "hello");

    @TempDir Path folder;
    private Database database;
    private Drafts drafts;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        drafts = new Drafts(database, Clock.systemUTC());
        new Progress(database, Clock.systemUTC()).enrol("ann");
        new Progress(database, Clock.systemUTC()).enrol("bob");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void each_change_has_the_next_revision() {
        assertThat(drafts.save(CELL, "a", 0)).isEqualTo(new Stored(new Draft("a", 1)));
        assertThat(drafts.save(CELL, "b", 1)).isEqualTo(new Stored(new Draft("b", 2)));
        assertThat(drafts.of("ann", "waiting")).containsEntry("hello", new Draft("b", 2));
    }

    @Test
    void a_text_made_from_an_older_revision_is_not_stored() {
        drafts.save(CELL, "mine", 0);

        assertThat(drafts.save(CELL, "theirs", 0)).isEqualTo(new Conflict(new Draft("mine", 1)));
        assertThat(drafts.of("ann", "waiting")).containsEntry("hello", new Draft("mine", 1));
    }

    @Test
    void a_request_that_is_sent_again_is_no_conflict() {
        drafts.save(CELL, "mine", 0);

        assertThat(drafts.save(CELL, "mine", 0)).isEqualTo(new Stored(new Draft("mine", 1)));
    }

    @Test
    void a_reset_gives_back_what_it_took_and_goes_on_counting() {
        drafts.save(CELL, "mine", 0);

        assertThat(drafts.reset(CELL)).isEqualTo(new WasReset(new Draft("mine", 1), 2));
        assertThat(drafts.of("ann", "waiting")).containsEntry("hello", new Draft(null, 2));
        assertThat(drafts.reset(CELL)).isEqualTo(new WasReset(null, 2));
    }

    @Test
    void a_tab_that_has_not_heard_of_a_reset_does_not_undo_it_silently() {
        drafts.save(CELL, "mine", 0);
        drafts.reset(CELL);

        assertThat(drafts.save(CELL, "mine, longer", 1))
                .isEqualTo(new Conflict(new Draft(null, 2)));
    }

    @Test
    void the_authors_text_is_not_stored_and_counts_as_a_change_of_another() {
        assertThat(drafts.save(CELL, null, 0)).isEqualTo(new Stored(Draft.NONE));
        assertThat(drafts.of("ann", "waiting")).isEmpty();
        drafts.save(CELL, "mine", 0);

        assertThat(drafts.save(CELL, null, 1)).isEqualTo(new Stored(new Draft(null, 2)));
        assertThat(drafts.save(CELL, "mine", 1)).isEqualTo(new Conflict(new Draft(null, 2)));
    }

    @Test
    void the_history_of_resets_is_bounded() {
        for (var i = 0; i < 60; i += 2) {
            drafts.save(CELL, "text " + i, i);
            drafts.reset(CELL);
        }
        var kept =
                database.read(
                        db ->
                                db.select("SELECT COUNT(*) FROM draft_history")
                                        .mapTo(Integer.class)
                                        .one());

        assertThat(kept).isEqualTo(20);
        assertThat(drafts.of("ann", "waiting")).containsEntry("hello", new Draft(null, 60));
    }

    @Test
    void learners_do_not_see_each_other() {
        drafts.save(CELL, "a", 0);

        assertThat(drafts.of("bob", "waiting")).isEmpty();
        assertThat(drafts.save(new CellKey("bob", "waiting", "hello"), "b", 0))
                .isEqualTo(new Stored(new Draft("b", 1)));
    }
}
