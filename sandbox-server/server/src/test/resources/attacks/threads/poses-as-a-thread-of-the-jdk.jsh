//! ends: ok
//! prints: SPINNER
//! prints: Signal Dispatcher
class Worker extends ForkJoinWorkerThread {
    Worker() { super(ForkJoinPool.commonPool()); setName("SPINNER"); }
    public void run() { while (true) Thread.onSpinWait(); }
}
new Worker().start();
var system = Thread.currentThread().getThreadGroup().getParent();
new Thread(system, () -> { while (true) Thread.onSpinWait(); }, "Signal Dispatcher", 0, false).start();
new Thread(new ThreadGroup("CarrierThreads"), () -> { while (true) Thread.onSpinWait(); }, "SPINNER", 0, false).start();
// ---
//! prints: still here
System.out.println("still here");
