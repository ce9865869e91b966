class SafeCounter {

    private long count;

    synchronized void inc() {
        count++;
    }

    synchronized long get() {
        return count;
    }
}
