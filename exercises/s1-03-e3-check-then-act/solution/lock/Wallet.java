import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

public class Wallet {

    private final Lock lock = new ReentrantLock();
    private final LongConsumer listener;
    private volatile long balance;

    public Wallet(long balance, LongConsumer listener) {
        this.balance = balance;
        this.listener = listener;
    }

    public boolean withdraw(long amount) {
        lock.lock();
        try {
            return balance >= amount && change(-amount);
        } finally {
            lock.unlock();
        }
    }

    public void deposit(long amount) {
        lock.lock();
        try {
            change(amount);
        } finally {
            lock.unlock();
        }
    }

    private boolean change(long amount) {
        balance = balance + amount;
        listener.accept(balance);
        return true;
    }

    public long balance() {
        return balance;
    }
}
