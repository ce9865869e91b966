public class Barrier {
    private final int parties;
    private int waiting;

    public Barrier(int parties) {
        this.parties = parties;
    }

    public synchronized void await() throws InterruptedException {
        waiting++;
        if (waiting == parties) {
            waiting = 0;
            notifyAll();
            return;
        }
        try {
            while (waiting != 0) wait();
        } catch (InterruptedException e) {
            waiting--;
            throw e;
        }
    }
}
