import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;

public final class Gen<T> implements Iterator<T>, AutoCloseable {

    public interface Out<T> {

        void yield(T value) throws InterruptedException;
    }

    public interface Body<T> {

        void run(Out<T> out) throws Exception;
    }

    private enum Turn {
        READER,
        BODY,
        ENDED
    }

    private final Body<T> body;
    private Turn turn = Turn.READER;
    private boolean begun;
    private boolean here;
    private boolean closed;
    private T value;
    private Throwable failure;

    public Gen(Body<T> body) {
        this.body = body;
    }

    private void run() {
        Throwable thrown = null;
        try {
            body.run(this::handOut);
        } catch (Throwable e) {
            thrown = e;
        }
        synchronized (this) {
            failure = thrown;
            turn = Turn.ENDED;
            notifyAll();
        }
    }

    private synchronized void handOut(T made) throws InterruptedException {
        if (!closed) {
            value = made;
            here = true;
            turn = Turn.READER;
            notifyAll();
        }
        while (turn == Turn.READER && !closed) {
            wait();
        }
        if (closed) {
            throw new InterruptedException();
        }
    }

    @Override
    public synchronized boolean hasNext() {
        if (closed) {
            return false;
        }
        if (!here && turn == Turn.READER) {
            turn = Turn.BODY;
            if (begun) {
                notifyAll();
            } else {
                begun = true;
                Thread.startVirtualThread(this::run);
            }
            awaitTheBody(Turn.READER);
        }
        if (!here && failure != null) {
            throw new CompletionException(failure);
        }
        return here;
    }

    @Override
    public synchronized T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        here = false;
        return value;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        if (begun) {
            awaitTheBody(Turn.ENDED);
        }
    }

    private void awaitTheBody(Turn wanted) {
        boolean interrupted = false;
        while (turn != wanted && turn != Turn.ENDED) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
