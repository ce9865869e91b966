//! ends: ok | exception
new java.io.FileOutputStream(java.io.FileDescriptor.out).close();
new java.io.FileOutputStream(java.io.FileDescriptor.err).close();
new java.io.FileInputStream(java.io.FileDescriptor.in).close();
// ---
//! prints: still here
System.out.println("still here");
