//! allowed-with: processes
//! ends: limit processes | exception
new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version").inheritIO().start().waitFor()
