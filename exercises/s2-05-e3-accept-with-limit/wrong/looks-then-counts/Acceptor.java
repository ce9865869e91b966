public class Acceptor {

    private final int limit;
    private int running;

    public Acceptor(int limit) {
        this.limit = limit;
    }

    public Thread accept(Runnable handler) throws InterruptedException {
        awaitRoom();
        count(1);
        return Thread.startVirtualThread(
                () -> {
                    try {
                        handler.run();
                    } finally {
                        count(-1);
                    }
                });
    }

    private synchronized void awaitRoom() throws InterruptedException {
        while (running >= limit) {
            wait();
        }
    }

    private synchronized void count(int change) {
        running += change;
        notifyAll();
    }
}
