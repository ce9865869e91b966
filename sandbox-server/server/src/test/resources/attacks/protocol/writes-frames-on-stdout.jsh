//! ends: ok
var raw = new java.io.FileOutputStream(java.io.FileDescriptor.out);
raw.write(new byte[] {0, 0, 0, 10, 4, 0, 0, 0, 0, 0, 0, 0, 1, 4});
raw.write(new byte[] {127, -1, -1, -1, 1});
