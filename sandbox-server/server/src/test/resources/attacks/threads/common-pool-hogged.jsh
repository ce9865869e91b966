//! ends: ok
for (int i = 0; i < 20; i++) java.util.concurrent.CompletableFuture.runAsync(() -> { while (true) Thread.onSpinWait(); });
// ---
//! prints: still here
System.out.println("still here");
