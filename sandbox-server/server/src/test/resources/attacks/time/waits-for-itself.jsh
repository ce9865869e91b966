//! ends: timeout time
Thread.currentThread().join();
