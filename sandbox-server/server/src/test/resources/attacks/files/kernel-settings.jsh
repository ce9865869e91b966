//! ends: exception
java.nio.file.Files.writeString(java.nio.file.Path.of("/proc/sys/kernel/core_pattern"), "|/tmp/x")
