//! ends: limit memory
new long[Integer.MAX_VALUE - 8]
