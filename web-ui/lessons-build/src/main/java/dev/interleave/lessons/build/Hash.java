package dev.interleave.lessons.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes by which the build knows what changed. */
final class Hash {

    private static final int LENGTH = 20;
    private static final int FILE_LENGTH = 12;

    private Hash() {}

    /** A hash of several texts; where one ends and the next begins matters. */
    static String of(String... texts) {
        var digest = sha256();
        for (var text : texts) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return hex(digest);
    }

    /** The first 12 digits of the SHA-256 of a text's UTF-8, as {@code sha256sum} says it. */
    static String ofFile(String text) {
        var digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(digest).substring(0, FILE_LENGTH);
    }

    /** A hash of this converter's own code, so that a change of it converts every lesson anew. */
    static String ofConverter() {
        try {
            var place = Hash.class.getProtectionDomain().getCodeSource().getLocation();
            return ofFiles(Path.of(place.toURI()));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("Could not read the converter's own code", e);
        }
    }

    private static String ofFiles(Path place) throws IOException {
        var digest = sha256();
        try (var files = Files.walk(place)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> update(digest, file));
        }
        return hex(digest);
    }

    private static void update(MessageDigest digest, Path file) {
        try {
            digest.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
