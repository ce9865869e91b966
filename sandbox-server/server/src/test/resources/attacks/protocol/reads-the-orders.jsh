//! ends: ok | exception
//! prints: bytes=-1
System.out.println("bytes=" + new java.io.FileInputStream(java.io.FileDescriptor.in).read());
