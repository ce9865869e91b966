class SafeCounter {

    private final Object writing = new Object();
    private final Object reading = new Object();
    private long count;

    void inc() {
        synchronized (writing) {
            count++;
        }
    }

    long get() {
        synchronized (reading) {
            return count;
        }
    }
}
