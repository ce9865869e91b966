public class Barrier {
    private final int parties;
    private int waiting;
    private int generation;

    public Barrier(int parties) {
        this.parties = parties;
    }

    public synchronized void await() throws InterruptedException {
        var mine = generation;
        if (++waiting == parties) {
            waiting = 0;
            generation++;
            notifyAll();
            return;
        }
        try {
            while (mine == generation) wait();
        } catch (InterruptedException e) {
            if (mine == generation) waiting--;
            Thread.currentThread().interrupt();
        }
    }
}
