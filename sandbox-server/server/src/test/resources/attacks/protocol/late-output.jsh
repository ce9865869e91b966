//! ends: ok
Thread.ofPlatform().start(() -> { try { Thread.sleep(300); } catch (InterruptedException e) { } System.out.println("late"); });
// ---
//! ends: ok
Thread.sleep(600);
