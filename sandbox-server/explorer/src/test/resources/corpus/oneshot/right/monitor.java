public class Oneshot<T> {
    private T value;
    private boolean done;
    private boolean closed;

    public synchronized boolean send(T sent) {
        if (done) return false;
        value = sent;
        done = true;
        notifyAll();
        return true;
    }

    public synchronized boolean close() {
        if (done) return false;
        done = true;
        closed = true;
        notifyAll();
        return true;
    }

    public synchronized T receive() throws InterruptedException {
        while (!done) wait();
        if (closed) throw new IllegalStateException("closed");
        return value;
    }
}
