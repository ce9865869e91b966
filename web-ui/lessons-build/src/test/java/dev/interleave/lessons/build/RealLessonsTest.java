package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The course's own lessons follow their format, and what they show in other languages compiles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealLessonsTest {

    @TempDir Path temp;
    private List<AsciiDoc.Parsed> lessons;

    @BeforeAll
    void parse() throws IOException {
        lessons =
                LessonFiles.read(RealLessons.FOLDER).lessons().stream()
                        .map(CourseFolder.ASCII_DOC::parse)
                        .toList();
    }

    @Test
    void have_no_problems() throws IOException {
        var result = new CourseBuild(RealLessons.FOLDER, temp, CourseFolder.ASCII_DOC).run();
        assertThat(result.problems()).isEmpty();
        assertThat(result.converted()).isNotEmpty();
    }

    @Test
    void show_rust_that_compiles() throws Exception {
        assumeTrue(isThere("rustc"), "rustc is not there");
        var listings = listings("rust").filter(each -> Blocks.has(each, "std")).toList();
        assertThat(listings).isNotEmpty();
        for (var listing : listings) {
            var file = Files.writeString(temp.resolve("main.rs"), listing.getSource());
            assertThat(
                            run(
                                    List.of(
                                            "rustc",
                                            "--edition=2021",
                                            "--deny=warnings",
                                            "--emit=metadata",
                                            "--out-dir=" + temp,
                                            file.toString())))
                    .as(listing.getSource())
                    .isEmpty();
        }
    }

    @Test
    void show_python_that_compiles() throws Exception {
        assumeTrue(isThere("python3"), "python3 is not there");
        var listings = listings("python").toList();
        assertThat(listings).isNotEmpty();
        var command = new ArrayList<>(List.of("python3", "-W", "error", "-m", "py_compile"));
        for (var listing : listings) {
            var file = temp.resolve("listing" + command.size() + ".py");
            command.add(Files.writeString(file, listing.getSource()).toString());
        }
        assertThat(run(command)).isEmpty();
    }

    private Stream<Block> listings(String language) {
        var found = Stream.<Block>builder();
        for (var lesson : lessons) {
            each(
                    lesson.document(),
                    block -> {
                        if (language.equals(block.getAttribute("language"))) {
                            found.add((Block) block);
                        }
                    });
        }
        return found.build();
    }

    private static void each(StructuralNode parent, Consumer<StructuralNode> what) {
        for (var block : Blocks.children(parent)) {
            what.accept(block);
            each(block, what);
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What the program has to complain about; empty if it ended well. */
    private String run(List<String> command) throws IOException, InterruptedException {
        var output = temp.resolve("output").toFile();
        var process =
                new ProcessBuilder(command)
                        .directory(temp.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        return process.waitFor() == 0 ? "" : Files.readString(output.toPath());
    }
}
