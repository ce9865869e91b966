package dev.interleave.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The course of the tests, with another profile for the cells of its lessons. */
public final class TestCourse {

    private TestCourse() {}

    /** Writes it into a folder, and returns that. */
    public static Path of(Path folder, String profile) throws IOException {
        try (var files = Files.walk(TestServer.COURSE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(TestServer.COURSE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace(
                                        "\"profile\": \"default\"",
                                        "\"profile\": \"%s\"".formatted(profile)));
            }
        }
        return folder;
    }
}
