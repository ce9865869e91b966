//! ends: limit memory
var local = new ThreadLocal<byte[]>();
var hoard = new ArrayList<Thread>();
for (int i = 0; i < 100_000; i++) hoard.add(Thread.startVirtualThread(() -> { local.set(new byte[1 << 20]); try { Thread.sleep(1_000_000); } catch (InterruptedException e) { } }));
Thread.sleep(1_000_000);
