//! ends: exception
java.nio.file.Files.readAllBytes(java.nio.file.Path.of("/proc/kcore"))
