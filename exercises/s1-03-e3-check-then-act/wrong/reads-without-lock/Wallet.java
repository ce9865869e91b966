import java.util.function.LongConsumer;

public class Wallet {

    private final LongConsumer listener;
    private long balance;

    public Wallet(long balance, LongConsumer listener) {
        this.balance = balance;
        this.listener = listener;
    }

    public synchronized boolean withdraw(long amount) {
        if (balance < amount) {
            return false;
        }
        balance -= amount;
        listener.accept(balance);
        return true;
    }

    public synchronized void deposit(long amount) {
        balance += amount;
        listener.accept(balance);
    }

    public long balance() {
        return balance;
    }
}
