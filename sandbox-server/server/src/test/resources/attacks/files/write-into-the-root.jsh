//! ends: exception
java.nio.file.Files.writeString(java.nio.file.Path.of("/x"), "x")
