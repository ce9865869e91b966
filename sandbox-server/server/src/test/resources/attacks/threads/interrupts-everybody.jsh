//! ends: ok
for (int i = 0; i < 100; i++) Thread.getAllStackTraces().keySet().stream().filter(t -> t != Thread.currentThread()).forEach(Thread::interrupt);
// ---
//! prints: still here
System.out.println("still here");
