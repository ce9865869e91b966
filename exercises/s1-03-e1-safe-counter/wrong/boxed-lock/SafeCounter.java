class SafeCounter {

    private Long count = 0L;

    void inc() {
        synchronized (count) {
            count = count + 1;
        }
    }

    long get() {
        synchronized (count) {
            return count;
        }
    }
}
