//! ends: exception | ok
//! not-prints: JAVA_HOME
//! not-prints: USER=
System.out.println(new String(java.nio.file.Files.readAllBytes(java.nio.file.Path.of("/proc/1/environ"))));
