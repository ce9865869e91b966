//! ends: limit output
while (true) System.err.println("x".repeat(1000));
