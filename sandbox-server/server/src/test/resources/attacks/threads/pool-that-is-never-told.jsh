//! ends: ok
class Worker extends ForkJoinWorkerThread {
    Worker(ForkJoinPool pool) { super(pool); }
    public ForkJoinPool getPool() { while (true) Thread.onSpinWait(); }
    public StackTraceElement[] getStackTrace() { while (true) Thread.onSpinWait(); }
}
new ForkJoinPool(1, Worker::new, null, false).execute(() -> LockSupport.park());
Thread.sleep(100);
// ---
//! prints: still here
System.out.println("still here");
