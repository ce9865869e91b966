package dev.interleave.web.authoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each change is heard; a test that hears none runs into its time-out. */
@Timeout(300)
class FileWatchTest {

    @TempDir Path folder;
    private final Semaphore heard = new Semaphore(0);

    @Test
    void a_file_that_comes_changes_or_goes_is_heard() throws Exception {
        try (var _ = new FileWatch(List.of(folder), heard::release)) {
            var file = Files.writeString(folder.resolve("page.jte"), "a");
            heard.acquire();
            Files.setLastModifiedTime(file, FileTime.fromMillis(1));
            heard.acquire();
            Files.delete(file);
            heard.acquire();
        }
    }
}
