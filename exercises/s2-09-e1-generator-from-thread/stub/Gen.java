import java.util.Iterator;

/** An iterator over the values that a body hands out, which runs on a thread of its own. */
public final class Gen<T> implements Iterator<T>, AutoCloseable {

    /** Takes values out of a body. */
    public interface Out<T> {

        /** Hands out a value, and waits until the next one is asked for. */
        void yield(T value) throws InterruptedException;
    }

    /** What makes the values. */
    public interface Body<T> {

        void run(Out<T> out) throws Exception;
    }

    public Gen(Body<T> body) {}

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public T next() {
        return null;
    }

    @Override
    public void close() {}
}
