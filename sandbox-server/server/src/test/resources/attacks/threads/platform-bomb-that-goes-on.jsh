//! ends: limit threads | timeout time | limit memory
while (true) try { Thread.ofPlatform().start(() -> { while (true) { } }); } catch (Throwable t) { }
