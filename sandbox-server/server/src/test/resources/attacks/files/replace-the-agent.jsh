//! not-prints: WROTE
for (var path : new String[] {"/app", "/jdk/lib", "/proc/1", "/dev", "/lib64", "/sys"}) try { java.nio.file.Files.writeString(java.nio.file.Path.of(path, "evil"), "x"); System.out.println("WROTE " + path); } catch (Exception e) { }
