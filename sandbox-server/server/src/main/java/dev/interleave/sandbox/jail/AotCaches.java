package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where caches for the start of JVMs are kept. A cache is named after all that it depends on: the
 * JDK, the jars' contents, the flags and the class path; so one that does not fit is never found.
 *
 * <p>Threading: any thread may call anything.
 */
final class AotCaches {

    private record Version(Path file, long bytes, FileTime modified) {}

    private final Path folder;
    private final Path jdk;
    private final Map<Version, byte[]> contents = new ConcurrentHashMap<>();

    AotCaches(Path folder, Path jdk) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.jdk = jdk;
    }

    /** The program, told to use its cache if there is one. */
    Program equip(String kind, Program program) throws IOException {
        Path cache = file(kind, program);
        return Files.exists(cache) ? program.with(new Aot(Aot.Mode.USE, cache)) : program;
    }

    boolean has(String kind, Program program) throws IOException {
        return Files.exists(file(kind, program));
    }

    /** Keeps a cache for this program, and no other of its kind. */
    void keep(String kind, Program program, Path cache) throws IOException {
        Path kept = file(kind, program);
        Path incomplete = Files.createTempFile(folder, "new-", "");
        Files.copy(cache, incomplete, StandardCopyOption.REPLACE_EXISTING);
        Files.move(incomplete, kept, StandardCopyOption.ATOMIC_MOVE);
        try (DirectoryStream<Path> caches = Files.newDirectoryStream(folder, kind + ".*")) {
            for (Path other : caches) {
                if (!other.equals(kept)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private Path file(String kind, Program program) throws IOException {
        return folder.resolve(kind + "." + key(program) + ".aot");
    }

    private String key(Program program) throws IOException {
        MessageDigest digest = sha256();
        digest.update(Files.readAllBytes(jdk.resolve("release")));
        digest.update(text(Files.size(jdk.resolve("lib/modules"))));
        for (Path jar : program.jars()) {
            digest.update(text(jar.getFileName()));
            digest.update(contents(jar));
        }
        digest.update(text(program.untold().relocated(Path::getFileName).words("")));
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    /** A hash of the file's bytes, which are read once as long as it does not change. */
    private byte[] contents(Path jar) throws IOException {
        Version version = new Version(jar, Files.size(jar), Files.getLastModifiedTime(jar));
        byte[] known = contents.get(version);
        if (known == null) {
            known = sha256().digest(Files.readAllBytes(jar));
            contents.put(version, known);
        }
        return known;
    }

    private static byte[] text(Object value) {
        return (value + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
