public class Gate {

    private volatile boolean open;

    public void await() throws InterruptedException {
        while (!open) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.yield();
        }
    }

    public void open() {
        open = true;
    }

    public boolean isOpen() {
        return open;
    }
}
