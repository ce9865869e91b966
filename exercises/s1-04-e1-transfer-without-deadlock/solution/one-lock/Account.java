public class Account {

    private static final Object BANK = new Object();

    private long balance;

    public Account(long balance) {
        this.balance = balance;
    }

    public long balance() {
        synchronized (BANK) {
            return balance;
        }
    }

    public boolean transferTo(Account to, long amount) {
        synchronized (BANK) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            to.balance += amount;
            return true;
        }
    }
}
