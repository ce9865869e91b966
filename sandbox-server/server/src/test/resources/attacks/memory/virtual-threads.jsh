//! ends: limit memory | timeout time | killed
while (true) Thread.startVirtualThread(() -> { try { Thread.sleep(1_000_000); } catch (InterruptedException e) { } });
