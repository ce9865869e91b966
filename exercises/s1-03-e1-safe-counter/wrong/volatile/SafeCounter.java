class SafeCounter {

    private volatile long count;

    void inc() {
        count++;
    }

    long get() {
        return count;
    }
}
