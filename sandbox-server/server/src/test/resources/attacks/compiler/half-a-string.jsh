//! ends: compile-error
String s = "no end
