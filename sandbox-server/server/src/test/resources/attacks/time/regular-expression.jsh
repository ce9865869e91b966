//! ends: timeout time
"a".repeat(60).matches("(a+)+(\\1)b")
