class Chain implements Runnable { public void run() { while (true) try { new Thread(new Chain()).start(); } catch (Throwable t) { } } }
// ---
//! ends: limit threads | timeout time | limit memory
new Chain().run();
