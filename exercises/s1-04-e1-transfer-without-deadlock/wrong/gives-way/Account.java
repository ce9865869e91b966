public class Account {

    private volatile boolean busy;
    private long balance;

    public Account(long balance) {
        this.balance = balance;
    }

    public long balance() {
        synchronized (Account.class) {
            return balance;
        }
    }

    public boolean transferTo(Account to, long amount) {
        while (!announced(to)) {
            Thread.yield();
        }
        try {
            return move(to, amount);
        } finally {
            busy = false;
        }
    }

    private boolean announced(Account to) {
        busy = true;
        Thread.yield();
        if (to == this || !to.busy) {
            return true;
        }
        Thread.yield();
        busy = false;
        return false;
    }

    private boolean move(Account to, long amount) {
        synchronized (Account.class) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            to.balance += amount;
            return true;
        }
    }
}
