//! ends: limit processes | exception
while (true) Runtime.getRuntime().exec(new String[] {"/jdk/bin/java", "-version"});
