import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

public class Wallet {

    private final LongConsumer listener;
    private final AtomicLong balance;

    public Wallet(long balance, LongConsumer listener) {
        this.balance = new AtomicLong(balance);
        this.listener = listener;
    }

    public boolean withdraw(long amount) {
        long seen = balance.get();
        while (seen >= amount) {
            if (balance.compareAndSet(seen, seen - amount)) {
                listener.accept(seen - amount);
                return true;
            }
            seen = balance.get();
        }
        return false;
    }

    public void deposit(long amount) {
        listener.accept(balance.addAndGet(amount));
    }

    public long balance() {
        return balance.get();
    }
}
