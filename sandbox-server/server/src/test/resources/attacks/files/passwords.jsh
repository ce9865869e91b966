//! ends: exception
java.nio.file.Files.readString(java.nio.file.Path.of("/etc/shadow"))
