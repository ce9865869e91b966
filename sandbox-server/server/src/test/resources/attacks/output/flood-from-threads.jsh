//! ends: limit output | timeout time
for (int i = 0; i < 20; i++) Thread.ofPlatform().start(() -> { while (true) System.out.println("x".repeat(1000)); });
Thread.sleep(60_000);
