//! ends: ok
var pool = java.util.concurrent.Executors.newFixedThreadPool(3);
pool.submit(() -> { while (true) Thread.onSpinWait(); });
// ---
//! ends: ok
pool.isShutdown()
