//! ends: killed | exception
Thread.ofPlatform().start(() -> System.exit(3)).join();
Thread.sleep(10_000);
