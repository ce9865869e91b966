class Nothing { @Override public String toString() { return null; } }
// ---
//! ends: ok | exception
new Nothing()
