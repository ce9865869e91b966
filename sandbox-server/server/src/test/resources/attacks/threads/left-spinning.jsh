//! ends: ok
for (int i = 0; i < 4; i++) Thread.ofPlatform().start(() -> { while (true) Thread.onSpinWait(); });
// ---
//! prints: still here
System.out.println("still here");
