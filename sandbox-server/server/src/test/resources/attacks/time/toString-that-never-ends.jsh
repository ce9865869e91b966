class Endless { @Override public String toString() { while (true) { } } }
// ---
//! ends: timeout time
new Endless()
