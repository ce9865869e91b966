//! ends: ok
"\uD800\u0000\u202E" + "x".repeat(100_000)
