public class Account {

    private long balance;

    public Account(long balance) {
        this.balance = balance;
    }

    public synchronized long balance() {
        return balance;
    }

    public boolean transferTo(Account to, long amount) {
        if (balance() < amount) {
            return false;
        }
        add(-amount);
        to.add(amount);
        return true;
    }

    private synchronized void add(long amount) {
        balance += amount;
    }
}
