//! prints: 0 bytes
//! not-prints: JAVA_HOME
//! not-prints: USER=
//! not-prints: PWD=
byte[] environment;
try {
    environment = Files.readAllBytes(Path.of("/proc/1/environ"));
} catch (IOException refused) {
    environment = new byte[0];
}
System.out.println(new String(environment));
System.out.println(environment.length + " bytes");
