System.setOut(new PrintStream(OutputStream.nullOutputStream()));
System.setErr(null);
// ---
//! prints: still here
System.out.println("still here");
