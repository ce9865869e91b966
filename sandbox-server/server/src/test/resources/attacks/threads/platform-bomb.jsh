//! ends: limit threads | limit memory
while (true) Thread.ofPlatform().start(() -> { try { Thread.sleep(1_000_000); } catch (InterruptedException e) { } });
