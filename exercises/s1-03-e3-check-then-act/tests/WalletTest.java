import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Linearizability;
import dev.interleave.explore.probe.Rendezvous;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class WalletTest {

    private static final LongConsumer NOBODY = _ -> {};

    @Test
    @Tag("task:amounts")
    @DisplayName("Pays in and out, and tells the listener each new balance")
    void pays_in_and_out() {
        var told = new ArrayList<Long>();
        var wallet = new Wallet(10, told::add);
        assertTrue(wallet.withdraw(3));
        wallet.deposit(5);
        assertEquals(12, wallet.balance());
        assertEquals(List.of(7L, 12L), told);
    }

    @Test
    @Tag("task:amounts")
    @DisplayName("Pays all that is there, and not more")
    void not_more_than_there_is() {
        var told = new ArrayList<Long>();
        var wallet = new Wallet(10, told::add);
        assertFalse(wallet.withdraw(11));
        assertTrue(wallet.withdraw(10));
        assertEquals(0, wallet.balance());
        assertEquals(List.of(0L), told);
    }

    @Explore
    @Tag("task:together")
    @Tag("points:2")
    @DisplayName("Of two that want 8 out of 10, one gets it")
    public void nobody_overdraws(Run run) throws Exception {
        var wallet = new Wallet(10, NOBODY);
        var got = Collections.synchronizedList(new ArrayList<Boolean>());
        for (int i = 0; i < 2; i++) {
            run.go("customer " + i, () -> got.add(wallet.withdraw(8)));
        }
        run.joinAll();
        run.checkEquals(1, Collections.frequency(got, true), "how many got 8 out of 10");
        run.checkEquals(2L, wallet.balance(), "what is left");
    }

    @Explore
    @Tag("task:together")
    @Tag("hidden")
    @DisplayName("The listener hears of the changes in the order in which they happen")
    public void changes_are_told_in_order(Run run) throws Exception {
        var told = Collections.synchronizedList(new ArrayList<Long>());
        var wallet = new Wallet(10, told::add);
        run.go("payer", () -> wallet.withdraw(1));
        run.go("earner", () -> wallet.deposit(5));
        run.joinAll();
        run.check(
                told.equals(List.of(9L, 14L)) || told.equals(List.of(15L, 14L)),
                "10 - 1 + 5 was told as " + told);
    }

    @Explore
    @Tag("task:together")
    @Tag("hidden")
    @DisplayName("A balance can be read while others pay")
    public void reading_while_paying(Run run) throws Exception {
        var wallet = new Wallet(10, NOBODY);
        var history = new Linearizability<>(run, () -> new long[] {10});
        run.go(
                "payer",
                () -> {
                    pay(history, wallet, 7);
                    pay(history, wallet, 7);
                });
        run.go(
                "reader",
                () ->
                        history.call(
                                "balance()", wallet::balance, model -> Optional.of(model[0])));
        run.go(
                "earner",
                () ->
                        history.call(
                                "deposit(4)",
                                () -> {
                                    wallet.deposit(4);
                                    return true;
                                },
                                model -> {
                                    model[0] += 4;
                                    return Optional.of(true);
                                }));
        run.joinAll();
        history.check();
    }

    private static void pay(Linearizability<long[]> history, Wallet wallet, long amount)
            throws Exception {
        history.call(
                "withdraw(" + amount + ")",
                () -> wallet.withdraw(amount),
                model -> {
                    if (model[0] < amount) {
                        return Optional.of(false);
                    }
                    model[0] -= amount;
                    return Optional.of(true);
                });
    }

    @Explore
    @Tag("task:apart")
    @Tag("points:2")
    @DisplayName("Two wallets are changed at the same time")
    public void two_wallets_at_once(Run run) throws Exception {
        var meeting = new Rendezvous(run, 2);
        LongConsumer meet =
                _ -> {
                    try {
                        meeting.meet();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                };
        for (int i = 0; i < 2; i++) {
            var wallet = new Wallet(10, meet);
            run.go("customer " + i, () -> run.check(wallet.withdraw(1), "there was enough"));
        }
    }
}
