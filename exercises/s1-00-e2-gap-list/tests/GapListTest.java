import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GapListTest {

    private static final Set<GapList.Gap> NOT_SO =
            EnumSet.range(GapList.Gap.WORKER_DIES, GapList.Gap.CALLER_WAITS);

    /** A copy, element by element: a set of somebody else's may say that it contains anything. */
    private static Set<GapList.Gap> ticked() {
        var ticked = EnumSet.noneOf(GapList.Gap.class);
        for (var gap : GapList.gaps()) {
            ticked.add(gap);
        }
        return ticked;
    }

    private static Set<GapList.Gap> notSo() {
        var wrong = ticked();
        wrong.retainAll(NOT_SO);
        return wrong;
    }

    /** Ticking everything finds nothing. */
    private static void found(GapList.Gap gap) {
        assertEquals(Set.of(), notSo(), "what is ticked and is not so");
        assertTrue(ticked().contains(gap), "a gap was not found");
    }

    @Test
    @Tag("task:missing")
    @DisplayName("The exceptions")
    void the_exceptions() {
        assertTrue(ticked().contains(GapList.Gap.LOST_EXCEPTIONS));
    }

    @Test
    @Tag("task:missing")
    @Tag("hidden")
    @DisplayName("More comes than can be done")
    void a_bound() {
        found(GapList.Gap.UNBOUNDED_QUEUE);
    }

    @Test
    @Tag("task:missing")
    @Tag("hidden")
    @DisplayName("The program is to end")
    void an_end() {
        found(GapList.Gap.NO_SHUTDOWN);
    }

    @Test
    @Tag("task:missing")
    @Tag("hidden")
    @DisplayName("It never ends")
    void a_limit() {
        found(GapList.Gap.NO_TIMEOUT);
    }

    @Test
    @Tag("task:not-so")
    @Tag("hidden")
    @DisplayName("Nothing is ticked that is not so")
    void nothing_else() {
        assertFalse(ticked().isEmpty(), "nothing is ticked at all");
        assertEquals(Set.of(), notSo(), "what is ticked and is not so");
    }
}
