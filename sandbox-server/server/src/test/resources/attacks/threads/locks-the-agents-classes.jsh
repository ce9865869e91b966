//! ends: ok | timeout time
synchronized (Thread.class) { synchronized (System.out) { Thread.startVirtualThread(() -> { }).join(); } }
