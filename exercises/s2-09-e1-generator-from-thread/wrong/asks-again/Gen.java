import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

public final class Gen<T> implements Iterator<T>, AutoCloseable {

    public interface Out<T> {

        void yield(T value) throws InterruptedException;
    }

    public interface Body<T> {

        void run(Out<T> out) throws Exception;
    }

    private final Semaphore demand = new Semaphore(0);
    private final Semaphore answer = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private boolean begun;
    private boolean here;
    private boolean ended;
    private T value;
    private Throwable failure;

    public Gen(Body<T> body) {
        thread = Thread.ofVirtual().unstarted(() -> run(body));
    }

    private void run(Body<T> body) {
        try {
            body.run(this::handOut);
        } catch (Throwable e) {
            failure = e;
        }
        ended = true;
        answer.release();
    }

    private void handOut(T made) throws InterruptedException {
        if (closed) {
            throw new InterruptedException();
        }
        value = made;
        here = true;
        answer.release();
        demand.acquire();
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        if (!ended) {
            here = false;
            ask();
        }
        if (!here && failure != null) {
            throw new CompletionException(failure);
        }
        return here;
    }

    private void ask() {
        if (begun) {
            demand.release();
        } else {
            begun = true;
            thread.start();
        }
        answer.acquireUninterruptibly();
    }

    @Override
    public T next() {
        if (!here && !hasNext()) {
            throw new NoSuchElementException();
        }
        here = false;
        return value;
    }

    @Override
    public void close() {
        closed = true;
        if (begun) {
            thread.interrupt();
            waitForTheEnd();
        }
    }

    private void waitForTheEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
