//! ends: limit processes | limit threads | exception
while (true) Runtime.getRuntime().exec(new String[] {"/jdk/bin/java", "-version"});
