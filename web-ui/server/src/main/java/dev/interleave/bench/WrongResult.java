package dev.interleave.bench;

/** The product answered, and not what it should have answered: then its speed is no figure. */
public final class WrongResult extends Exception {

    private static final long serialVersionUID = 1;

    public WrongResult(String message) {
        super(message);
    }
}
