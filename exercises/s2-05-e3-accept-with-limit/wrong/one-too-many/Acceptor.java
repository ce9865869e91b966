public class Acceptor {

    private final int limit;
    private int running;

    public Acceptor(int limit) {
        this.limit = limit;
    }

    public Thread accept(Runnable handler) throws InterruptedException {
        enter();
        return Thread.startVirtualThread(
                () -> {
                    try {
                        handler.run();
                    } finally {
                        leave();
                    }
                });
    }

    private synchronized void enter() throws InterruptedException {
        while (running > limit) {
            wait();
        }
        running++;
    }

    private synchronized void leave() {
        running--;
        notify();
    }
}
