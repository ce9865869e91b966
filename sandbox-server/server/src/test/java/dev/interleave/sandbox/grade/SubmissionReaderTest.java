package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.grader.message.SourceFile;
import dev.interleave.sandbox.grade.SubmissionReader.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionReaderTest {

    private static final String BOX = "class Box {}";

    @TempDir private Path folder;
    private SubmissionReader reader;

    @BeforeEach
    void exercise() {
        reader =
                new SubmissionReader(
                        TestExercise.of(
                                folder.resolve("exercise"), "", "Box", BOX, "class BoxTest {}"));
    }

    private List<Found> read(Map<String, String> files) throws IOException {
        Path handIn = Files.createDirectories(folder.resolve("hand-in"));
        return reader.read(TestExercise.write(handIn, files));
    }

    private static List<SourceFile> files(Found found) {
        return ((Found.Readable) found).submission().files();
    }

    private static String reason(Found found) {
        return ((Found.Unreadable) found).reason();
    }

    @Test
    void a_file_may_be_called_as_its_author_likes() throws IOException {
        read(Map.of("anna-2.java", BOX));
        List<Found> found = reader.read(folder.resolve("hand-in/anna-2.java"));
        assertThat(files(found.getFirst())).containsExactly(new SourceFile("Box.java", BOX));
    }

    @Test
    void a_folder_of_folders_is_a_class() throws IOException {
        List<Found> found =
                read(
                        Map.of(
                                "anna/Box.java", BOX,
                                "ben/mine.java", BOX,
                                "carla/src/main/java/Box.java", BOX,
                                "dora/Box.java", BOX,
                                "dora/Helper.java", "class Helper {}"));
        assertThat(found).hasSize(4).allMatch(Found.Readable.class::isInstance);
        assertThat(files(found.get(3))).hasSize(2);
    }

    @Test
    void a_folder_of_files_is_a_class_too() throws IOException {
        List<Found> found = read(Map.of("anna.java", BOX, "ben.java", BOX));
        assertThat(found).hasSize(2);
    }

    @Test
    void tests_that_come_along_are_left_out() throws IOException {
        List<Found> found = read(Map.of("Box.java", BOX, "BoxTest.java", "class BoxTest {}"));
        assertThat(files(found.getFirst())).containsExactly(new SourceFile("Box.java", BOX));
    }

    @Test
    void links_lead_nowhere() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.java"), "class Secret {}");
        Path handIn = Files.createDirectories(folder.resolve("hand-in"));
        Files.createSymbolicLink(handIn.resolve("Box.java"), secret);
        assertThat(reason(reader.read(handIn.resolve("Box.java")).getFirst()))
                .isEqualTo("It is a link, and links are not followed.");
        assertThat(reason(reader.read(handIn).getFirst()))
                .isEqualTo("There is no Java file in it.");
    }

    @Test
    void a_link_in_the_middle_leads_nowhere_either() throws IOException {
        read(Map.of("anna/src/main/java/Box.java", BOX));
        Path handIn = folder.resolve("hand-in");
        Files.createDirectories(handIn.resolve("ben"));
        Files.createSymbolicLink(handIn.resolve("ben/src"), Path.of("../anna/src"));

        List<Found> found = reader.read(handIn);

        assertThat(found).hasSize(2);
        assertThat(reason(found.get(1))).contains("links are not followed");
    }

    @Test
    void what_is_too_large_or_no_text_is_not_read() throws IOException {
        read(Map.of("Box.java", "x".repeat(300 << 10)));
        Path large = folder.resolve("hand-in/Box.java");
        assertThat(reason(reader.read(large).getFirst())).contains("larger than 256 KiB");
        Files.write(large, new byte[] {(byte) 0xC3, 0x28});
        assertThat(reason(reader.read(large).getFirst())).contains("not UTF-8");
    }

    @Test
    void an_empty_folder_is_somebody_who_handed_in_nothing() throws IOException {
        Files.createDirectories(folder.resolve("hand-in/anna"));
        assertThat(reason(reader.read(folder.resolve("hand-in")).getFirst()))
                .isEqualTo("There is no Java file in it.");
    }

    @Test
    void what_is_no_folder_of_somebody_is_named_with_the_reason() throws IOException {
        read(Map.of("anna/Box.java", BOX, "ben.zip", "PK", "notes.txt", "my notes"));
        Path handIn = folder.resolve("hand-in");
        Files.createSymbolicLink(handIn.resolve("carla"), handIn.resolve("anna"));

        List<Found> found = reader.read(handIn);

        assertThat(found)
                .extracting(each -> handIn.relativize(Path.of(each.name())).toString())
                .containsExactly("anna", "ben.zip", "carla");
        assertThat(found.getFirst()).isInstanceOf(Found.Readable.class);
        assertThat(reason(found.get(1))).contains("archive");
        assertThat(reason(found.get(2))).contains("link");
    }

    @Test
    void folders_without_end_are_left() throws IOException {
        Files.createDirectories(folder.resolve("hand-in/anna" + "/a".repeat(200)));

        List<Found> found = reader.read(folder.resolve("hand-in"));

        assertThat(found).hasSize(1);
        assertThat(reason(found.getFirst())).contains("nested too deeply");
    }

    @Test
    void one_endless_line_costs_only_who_handed_it_in() throws IOException {
        read(Map.of("anna/Box.java", BOX, "ben/Box.java", "x".repeat(50 << 20)));

        List<Found> found = reader.read(folder.resolve("hand-in"));

        assertThat(found.getFirst()).isInstanceOf(Found.Readable.class);
        assertThat(reason(found.get(1))).contains("larger than 256 KiB");
    }
}
