//! ends: ok
//! prints: few=true
System.out.println("few=" + (ProcessHandle.allProcesses().count() < 5));
