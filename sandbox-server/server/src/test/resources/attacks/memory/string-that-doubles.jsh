//! ends: limit memory
var s = "x".repeat(1 << 20);
while (true) s = s + s;
