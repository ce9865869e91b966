package dev.interleave.web.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The addresses of scripts, styles and pictures. The bundler puts a hash of the content into each
 * file's name and writes {@code manifest.json}, which gives for a plain name the hashed one; a file
 * that is not in it is served under its own name.
 *
 * <p>Threading: immutable.
 */
public record Assets(Map<String, String> names) {

    private static final String FOLDER = "/assets/";

    /** Those beside the program's classes. */
    public static Assets ofClassPath() {
        try (var manifest = Assets.class.getResourceAsStream("/public/assets/manifest.json")) {
            return manifest == null ? new Assets(Map.of()) : read(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the list of assets", e);
        }
    }

    static Assets read(InputStream manifest) throws IOException {
        var type = new TypeReference<Map<String, String>>() {};
        return new Assets(Map.copyOf(new JsonMapper().readValue(manifest, type)));
    }

    /** The address of a file, by its name before bundling, for example {@code lesson.js}. */
    public String url(String name) {
        return FOLDER + names.getOrDefault(name, name);
    }
}
