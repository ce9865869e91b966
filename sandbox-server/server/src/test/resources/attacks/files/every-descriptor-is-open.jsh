//! ends: ok
//! prints: Too many open files
var files = new ArrayList<Closeable>();
try { while (true) files.add(new FileInputStream("/proc/self/status")); } catch (IOException e) { System.out.println(e.getMessage()); }
// ---
//! ends: timeout
for (int i = 0; i < 2; i++) Thread.ofPlatform().start(() -> { while (true) Thread.onSpinWait(); });
while (true) Thread.onSpinWait();
// ---
//! ends: ok
//! prints: still open
System.out.println(files.size() > 100 ? "still open" : "lost");
