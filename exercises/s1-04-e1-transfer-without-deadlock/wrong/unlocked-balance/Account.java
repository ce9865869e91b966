import java.util.concurrent.atomic.AtomicLong;

public class Account {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private long balance;

    public Account(long balance) {
        this.balance = balance;
    }

    public long balance() {
        return balance;
    }

    public boolean transferTo(Account to, long amount) {
        Account first = number < to.number ? this : to;
        Account second = first == this ? to : this;
        synchronized (first) {
            synchronized (second) {
                if (balance < amount) {
                    return false;
                }
                balance -= amount;
                to.balance += amount;
                return true;
            }
        }
    }
}
