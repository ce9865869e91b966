//! ends: exception | limit disk | timeout time
for (int i = 0; ; i++) Files.createSymbolicLink(Path.of("/tmp/link" + i), Path.of("/proc/1/root"));
