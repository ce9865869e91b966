//! ends: limit disk | exception
try (var out = new java.io.FileOutputStream("/tmp/fill")) { var block = new byte[1 << 20]; while (true) out.write(block); }
