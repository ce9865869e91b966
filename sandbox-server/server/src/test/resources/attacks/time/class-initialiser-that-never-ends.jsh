class Stuck { static int x; static { while (x == 0) Thread.onSpinWait(); } }
// ---
//! ends: timeout time
Stuck.x
