public class Gate {

    private volatile boolean open;

    public void await() throws InterruptedException {
        while (!open) {
            Thread.sleep(5);
        }
    }

    public void open() {
        open = true;
    }

    public boolean isOpen() {
        return open;
    }
}
