package dev.interleave.web.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells machines apart, since figures of one are not compared with those of another. */
final class Machine {

    private static final int BYTES = 8;

    private Machine() {}

    /**
     * An id of this computer with its processors and its JDK; another JDK makes another machine of
     * it. It gives away nothing of what it is made of.
     */
    static String id() {
        var facts =
                String.join(
                        "\n",
                        text(Path.of("/etc/machine-id")),
                        processor(),
                        String.valueOf(Runtime.getRuntime().availableProcessors()),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.runtime.version"));
        return HexFormat.of().formatHex(sha256(facts), 0, BYTES);
    }

    private static String processor() {
        return text(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .orElse("");
    }

    /** Empty where there is none, as on other systems than Linux. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
