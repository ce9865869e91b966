/** An account from which any number of threads move money. */
public class Account {

    public Account(long balance) {
        // TODO
    }

    public long balance() {
        return -1;
    }

    /** Moves money; false if there is not enough. */
    public boolean transferTo(Account to, long amount) {
        throw new UnsupportedOperationException();
    }
}
