System.out.close();
System.err.close();
System.setOut(null);
// ---
//! prints: still here
System.out.println("still here");
