//! ends: ok
Thread.setDefaultUncaughtExceptionHandler((t, e) -> { throw new Error("again"); });
var thrower = Thread.ofPlatform().start(() -> { throw new IllegalStateException("boom"); });
thrower.join();
