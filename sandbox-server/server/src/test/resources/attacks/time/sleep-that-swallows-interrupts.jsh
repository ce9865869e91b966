//! ends: timeout time
while (true) { try { Thread.sleep(1_000_000); } catch (InterruptedException e) { } }
