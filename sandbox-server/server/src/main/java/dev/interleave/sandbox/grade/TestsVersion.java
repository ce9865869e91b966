package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Names what an exercise is graded by, so that grades tell which tests gave them: the same tests,
 * points and settings have the same version on every computer, and any change gives another one.
 */
public final class TestsVersion {

    private static final int BYTES = 6;

    private TestsVersion() {}

    /** Twelve hexadecimal digits. */
    public static String of(Exercise exercise) {
        var parts = new ArrayList<String>();
        var settings = exercise.settings();
        parts.add(Double.toString(exercise.points()));
        parts.add(Integer.toString(settings.quietMillis()));
        parts.add(Integer.toString(settings.cpuMillis()));
        parts.add(Integer.toString(settings.heapMegabytes()));
        parts.add(Integer.toString(settings.parallelism()));
        parts.add(Boolean.toString(settings.runDisabled()));
        parts.addAll(settings.allowed().lines());
        exercise.tests().stream()
                .sorted(Comparator.comparing(SourceFile::name))
                .forEach(file -> parts.addAll(List.of(file.name(), file.text())));
        return HexFormat.of().formatHex(digest(parts), 0, BYTES);
    }

    /** Each part has its length before it, so that no text can pass for two parts. */
    private static byte[] digest(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
