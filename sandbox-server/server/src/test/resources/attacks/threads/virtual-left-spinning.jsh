//! ends: ok
for (int i = 0; i < 8; i++) Thread.startVirtualThread(() -> { while (true) Thread.onSpinWait(); });
// ---
//! prints: still here
System.out.println("still here");
