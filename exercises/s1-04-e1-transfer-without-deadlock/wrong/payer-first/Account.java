public class Account {

    private long balance;

    public Account(long balance) {
        this.balance = balance;
    }

    public synchronized long balance() {
        return balance;
    }

    public boolean transferTo(Account to, long amount) {
        synchronized (this) {
            synchronized (to) {
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
