//! not-prints: home
//! not-prints: /root
//! not-prints: /usr
//! not-prints: /var
//! prints: etc=[/etc/hosts]
java.util.List<java.nio.file.Path> in(String folder) throws java.io.IOException {
    try (var found = java.nio.file.Files.list(java.nio.file.Path.of(folder))) { return found.toList(); }
}
in("/").forEach(System.out::println);
System.out.println("etc=" + in("/etc"));
