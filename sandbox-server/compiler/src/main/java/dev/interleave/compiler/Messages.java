package dev.interleave.compiler;

import java.util.stream.Collectors;

/** The compiler's messages as they are shown. */
final class Messages {

    private Messages() {}

    /** Without the lines that name the class that JShell put around the snippet. */
    static String of(String diagnostic) {
        return diagnostic
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .collect(Collectors.joining("\n"));
    }
}
