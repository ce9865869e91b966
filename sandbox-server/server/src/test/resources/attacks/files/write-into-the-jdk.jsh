//! ends: exception
java.nio.file.Files.writeString(java.nio.file.Path.of(System.getProperty("java.home"), "lib", "x"), "x")
