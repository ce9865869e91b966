//! ends: exception
var link = java.nio.file.Files.createSymbolicLink(java.nio.file.Path.of("/tmp/link"), java.nio.file.Path.of("/etc/hostname"));
java.nio.file.Files.readString(link)
