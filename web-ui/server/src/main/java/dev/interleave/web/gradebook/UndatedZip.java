package dev.interleave.web.gradebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes out of a file of Excel when it was written, so that the same grades give the same bytes.
 */
final class UndatedZip {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "<dcterms:created.*?</dcterms:created>";

    /** The first moment that such a file can name. */
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private UndatedZip() {}

    /** It was written as a stream, so that it can be read by its directory only: from a file. */
    static byte[] of(byte[] dated) throws IOException {
        var file = Files.createTempFile("grades", ".xlsx");
        try {
            return of(Files.write(file, dated));
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] of(Path dated) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(dated.toFile());
                var out = new ZipOutputStream(bytes)) {
            for (var each : Collections.list(in.entries())) {
                var entry = new ZipEntry(each.getName());
                entry.setTimeLocal(ANY_TIME);
                out.putNextEntry(entry);
                try (var part = in.getInputStream(each)) {
                    out.write(content(each.getName(), part.readAllBytes()));
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(String name, byte[] content) {
        return name.equals(PROPERTIES)
                ? new String(content, StandardCharsets.UTF_8)
                        .replaceFirst(CREATED, "")
                        .getBytes(StandardCharsets.UTF_8)
                : content;
    }
}
