/** A value that is replaced now and then, and of which everybody wants to know the newest. */
public class Watch<T> {

    /** Sees new values. Used by one thread. */
    public interface Watcher<T> {

        /** The newest value, as soon as there is one that this watcher has not seen. */
        T next() throws InterruptedException;
    }

    public Watch(T first) {
        // TODO
    }

    /** The value of now. */
    public T get() {
        return null;
    }

    /** Replaces the value. */
    public void set(T value) {
        // TODO
    }

    /** Somebody who has seen the value of now. */
    public Watcher<T> watch() {
        return null;
    }
}
