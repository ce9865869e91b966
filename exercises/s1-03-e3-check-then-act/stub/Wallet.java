import java.util.function.LongConsumer;

/** An amount of money, with a listener who hears of every change. */
public class Wallet {

    public Wallet(long balance, LongConsumer listener) {
        // TODO
    }

    /** Takes an amount; false, and nothing changes, if there is not enough. */
    public boolean withdraw(long amount) {
        return false;
    }

    /** Adds an amount. */
    public void deposit(long amount) {
        // TODO
    }

    /** What is there now. */
    public long balance() {
        return -1;
    }
}
