//! ends: ok | limit output
System.out.println("x".repeat(4_000_000));
