//! ends: limit memory | exception | killed
var arena = java.lang.foreign.Arena.ofShared();
while (true) arena.allocate(1 << 24).fill((byte) 1);
