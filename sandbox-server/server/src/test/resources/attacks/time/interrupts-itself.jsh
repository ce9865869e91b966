Thread.currentThread().interrupt();
// ---
//! ends: ok
Thread.sleep(1);
