//! ends: killed | exception
System.exit(0);
