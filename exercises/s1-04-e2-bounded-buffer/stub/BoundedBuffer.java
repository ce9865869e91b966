/** A queue between threads that holds at most {@code capacity} items. */
public class BoundedBuffer<T> {

    public BoundedBuffer(int capacity) {
        // TODO
    }

    /** Adds an item at the end; waits while there is no room. */
    public void put(T item) throws InterruptedException {
        // TODO
    }

    /** Removes the first item; waits while there is none. */
    public T take() throws InterruptedException {
        return null;
    }

    /** How many items there are. */
    public int size() {
        return -1;
    }
}
