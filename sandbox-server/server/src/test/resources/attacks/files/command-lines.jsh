//! prints: AgentMain
//! not-prints: --ro-bind
//! not-prints: --seccomp
//! not-prints: /tmp/
try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
    for (Path process : processes) {
        System.out.println(Files.readString(process.resolve("cmdline")).replace('\0', ' '));
    }
}
