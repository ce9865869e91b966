/** Counts calls, from any number of threads. */
class SafeCounter {

    void inc() {
        // TODO
    }

    long get() {
        return -1;
    }
}
