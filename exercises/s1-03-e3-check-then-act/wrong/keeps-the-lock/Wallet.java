import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

public class Wallet {

    private final ReentrantLock lock = new ReentrantLock();
    private final LongConsumer listener;
    private volatile long balance;

    public Wallet(long balance, LongConsumer listener) {
        this.balance = balance;
        this.listener = listener;
    }

    public boolean withdraw(long amount) {
        lock.lock();
        if (balance < amount) {
            return false;
        }
        balance = balance - amount;
        listener.accept(balance);
        lock.unlock();
        return true;
    }

    public void deposit(long amount) {
        lock.lock();
        balance = balance + amount;
        listener.accept(balance);
        lock.unlock();
    }

    public long balance() {
        return balance;
    }
}
