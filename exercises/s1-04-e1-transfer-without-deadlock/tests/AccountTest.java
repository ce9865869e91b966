import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class AccountTest {

    @Test
    @Tag("task:money")
    @DisplayName("Moves money from one account to another")
    void moves_money() {
        var from = new Account(10);
        var to = new Account(5);
        assertTrue(from.transferTo(to, 3));
        assertEquals(7, from.balance());
        assertEquals(8, to.balance());
    }

    @Test
    @Tag("task:money")
    @DisplayName("Changes nothing if there is not enough")
    void not_enough() {
        var from = new Account(10);
        var to = new Account(5);
        assertFalse(from.transferTo(to, 11));
        assertEquals(10, from.balance());
        assertEquals(5, to.balance());
    }

    @Test
    @Tag("task:money")
    @Tag("hidden")
    @DisplayName("Changes nothing if both accounts are the same")
    void to_itself() {
        var account = new Account(10);
        assertTrue(account.transferTo(account, 3));
        assertEquals(10, account.balance());
    }

    @Explore
    @Tag("task:together")
    @Tag("points:2")
    @DisplayName("Opposite transfers do not wait for each other for ever")
    public void opposite_transfers(Run run) throws Exception {
        var a = new Account(10);
        var b = new Account(10);
        run.go("a to b", () -> a.transferTo(b, 3));
        run.go("b to a", () -> b.transferTo(a, 4));
        run.joinAll();
        run.checkEquals(11L, a.balance(), "the balance of a");
        run.checkEquals(9L, b.balance(), "the balance of b");
    }

    @Explore
    @Tag("task:together")
    @Tag("hidden")
    @DisplayName("Three accounts in a circle do not wait for each other for ever")
    public void circle(Run run) throws Exception {
        var accounts = new Account[] {new Account(5), new Account(5), new Account(5)};
        for (int i = 0; i < 3; i++) {
            var from = accounts[i];
            var to = accounts[(i + 1) % 3];
            run.go("transfer " + i, () -> from.transferTo(to, 1));
        }
        run.joinAll();
        for (var account : accounts) {
            run.checkEquals(5L, account.balance(), "the balance");
        }
    }

    @Explore
    @Tag("task:together")
    @Tag("hidden")
    @DisplayName("Two transfers at once do not take more than there is")
    public void nobody_overdraws(Run run) throws Exception {
        var from = new Account(10);
        var to = new Account(0);
        var done = new ConcurrentLinkedQueue<Boolean>();
        for (int i = 0; i < 2; i++) {
            run.go("transfer " + i, () -> done.add(from.transferTo(to, 8)));
        }
        run.joinAll();
        run.checkEquals(1L, done.stream().filter(d -> d).count(), "transfers of 8 out of 10");
        run.checkEquals(2L, from.balance(), "what is left");
        run.checkEquals(8L, to.balance(), "what arrived");
    }

    @Explore
    @Tag("task:together")
    @Tag("hidden")
    @DisplayName("A balance can be read while money is moved")
    public void reading_while_moving(Run run) throws Exception {
        var from = new Account(10);
        var to = new Account(0);
        run.go("transfer", () -> from.transferTo(to, 4));
        run.go(
                "reader",
                () -> {
                    long balance = from.balance();
                    run.check(balance == 10 || balance == 6, "of 10 or 6, it says " + balance);
                });
    }
}
