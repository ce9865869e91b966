import java.util.function.LongConsumer;

public class Wallet {

    private final LongConsumer listener;
    private long balance;

    public Wallet(long balance, LongConsumer listener) {
        this.balance = balance;
        this.listener = listener;
    }

    public boolean withdraw(long amount) {
        synchronized (Wallet.class) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            listener.accept(balance);
            return true;
        }
    }

    public void deposit(long amount) {
        synchronized (Wallet.class) {
            balance += amount;
            listener.accept(balance);
        }
    }

    public long balance() {
        synchronized (Wallet.class) {
            return balance;
        }
    }
}
