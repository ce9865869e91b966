//! ends: killed | exception
System.out.print("half a line");
Runtime.getRuntime().halt(0);
