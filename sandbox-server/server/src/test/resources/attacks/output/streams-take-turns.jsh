//! ends: ok | limit output
var name = "名".repeat(300);
Thread.ofPlatform().name(name).start(() -> {
    for (int i = 0; i < 200_000; i++) (i % 2 == 0 ? System.out : System.err).write('x');
}).join();
