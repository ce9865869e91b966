/** Holds up threads until it is opened, once and for all. */
public class Gate {

    /** Returns when the gate is open. */
    public void await() throws InterruptedException {
        throw new UnsupportedOperationException("TODO");
    }

    /** Opens the gate for everybody who waits or comes later. */
    public void open() {
        throw new UnsupportedOperationException("TODO");
    }

    public boolean isOpen() {
        throw new UnsupportedOperationException("TODO");
    }
}
