public class Gate {

    private volatile boolean open;

    public void await() throws InterruptedException {
        if (!open) {
            synchronized (this) {
                wait();
            }
        }
    }

    public void open() {
        open = true;
        synchronized (this) {
            notifyAll();
        }
    }

    public boolean isOpen() {
        return open;
    }
}
