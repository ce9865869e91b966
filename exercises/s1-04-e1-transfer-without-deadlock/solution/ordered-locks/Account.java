import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

public class Account implements Comparable<Account> {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final ReentrantLock lock = new ReentrantLock();
    private long balance;

    public Account(long balance) {
        this.balance = balance;
    }

    @Override
    public int compareTo(Account other) {
        return Long.compare(number, other.number);
    }

    public long balance() {
        lock.lock();
        try {
            return balance;
        } finally {
            lock.unlock();
        }
    }

    public boolean transferTo(Account to, long amount) {
        Account first = compareTo(to) <= 0 ? this : to;
        Account second = first == this ? to : this;
        first.lock.lock();
        try {
            second.lock.lock();
            try {
                if (balance < amount) {
                    return false;
                }
                balance -= amount;
                to.balance += amount;
                return true;
            } finally {
                second.lock.unlock();
            }
        } finally {
            first.lock.unlock();
        }
    }
}
