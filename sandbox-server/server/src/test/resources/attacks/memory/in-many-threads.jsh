//! ends: limit | timeout time | exception | ok | killed
for (int i = 0; i < 12; i++) Thread.ofPlatform().start(() -> {
    var hoard = new ArrayList<byte[]>();
    while (true) try { hoard.add(new byte[1 << 16]); } catch (OutOfMemoryError e) { }
});
Thread.sleep(60_000);
