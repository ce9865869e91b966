int kept = 7;
// ---
//! ends: timeout time
while (true) {}
// ---
//! prints: kept=7
System.out.println("kept=" + kept);
