int down(int n) { return down(n + 1) + 1; }
// ---
//! ends: exception
down(0)
