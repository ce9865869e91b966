//! ends: timeout time
Thread.sleep(1_000_000);
