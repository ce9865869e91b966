public class Oneshot<T> {

    private T value;
    private boolean sent;
    private boolean closed;

    public synchronized boolean send(T value) {
        if (sent || closed) {
            return false;
        }
        this.value = value;
        sent = true;
        notifyAll();
        return true;
    }

    public synchronized T receive() throws InterruptedException {
        while (!sent && !closed) {
            wait();
        }
        if (!sent) {
            throw new IllegalStateException("closed");
        }
        return value;
    }

    public void close() {
        closed = true;
        synchronized (this) {
            notifyAll();
        }
    }
}
