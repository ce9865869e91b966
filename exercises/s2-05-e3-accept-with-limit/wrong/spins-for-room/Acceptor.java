import java.util.concurrent.atomic.AtomicInteger;

public class Acceptor {

    private final AtomicInteger room;

    public Acceptor(int limit) {
        room = new AtomicInteger(limit);
    }

    public Thread accept(Runnable handler) throws InterruptedException {
        while (true) {
            int seen = room.get();
            if (seen > 0 && room.compareAndSet(seen, seen - 1)) {
                break;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.onSpinWait();
        }
        return Thread.startVirtualThread(
                () -> {
                    try {
                        handler.run();
                    } finally {
                        room.incrementAndGet();
                    }
                });
    }
}
