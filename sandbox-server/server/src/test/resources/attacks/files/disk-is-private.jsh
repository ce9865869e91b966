//! ends: ok
java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/mine"), "secret");
