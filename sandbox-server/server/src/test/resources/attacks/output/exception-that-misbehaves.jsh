class Evil extends RuntimeException {
    @Override public String getMessage() { throw new Error("no message"); }
    @Override public StackTraceElement[] getStackTrace() { return null; }
    @Override public synchronized Throwable getCause() { return this; }
    @Override public String toString() { return null; }
}
// ---
//! ends: exception
throw new Evil();
