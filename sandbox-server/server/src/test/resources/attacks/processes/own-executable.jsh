var file = java.nio.file.Path.of("/tmp/run-me");
java.nio.file.Files.write(file, "#!/jdk/bin/java --source 25\nvoid main() { }\n".getBytes());
file.toFile().setExecutable(true);
// ---
//! allowed-with: processes
//! ends: limit processes | exception
new ProcessBuilder("/tmp/run-me").start()
