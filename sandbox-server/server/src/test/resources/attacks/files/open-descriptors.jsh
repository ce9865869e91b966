//! ends: exception | limit
var hoard = new ArrayList<java.io.Closeable>();
while (true) hoard.add(new java.io.FileInputStream("/dev/zero"));
