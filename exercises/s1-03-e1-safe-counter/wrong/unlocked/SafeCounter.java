class SafeCounter {

    private long count;

    synchronized void inc() {
        count++;
    }

    long get() {
        return count;
    }
}
