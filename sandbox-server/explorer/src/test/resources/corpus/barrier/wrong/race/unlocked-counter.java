public class Barrier {
    private final int parties;
    private int waiting;
    private int generation;

    public Barrier(int parties) {
        this.parties = parties;
    }

    public void await() throws InterruptedException {
        int mine;
        synchronized (this) {
            mine = generation;
        }
        if (++waiting == parties) {
            synchronized (this) {
                waiting = 0;
                generation++;
                notifyAll();
            }
            return;
        }
        try {
            synchronized (this) {
                while (mine == generation) wait();
            }
        } catch (InterruptedException e) {
            if (mine == generation) waiting--;
            throw e;
        }
    }
}
