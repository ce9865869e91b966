//! ends: ok
for (var thread : Thread.getAllStackTraces().keySet())
    if (thread.getName().startsWith("interleave-")) {
        Thread.ofPlatform().start(thread::run);
        thread.run();
    }
// ---
//! prints: still here
System.out.println("still here");
