//! ends: timeout time
for (int i = 0; i < 1_000; i++) Thread.startVirtualThread(() -> { while (true) Thread.yield(); });
Thread.sleep(1_000_000);
