//! ends: ok
var out = System.out;
Thread.ofPlatform().daemon().start(() -> { synchronized (out) { while (true) Thread.onSpinWait(); } });
Thread.sleep(100);
// ---
//! prints: still here
System.out.println("still here");
