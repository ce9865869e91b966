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
import java.util.regex.Pattern;
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

    /** The language that the listings in Go are written in: 1.23 has iterators. */
    private static final int GO_RELEASE = 23;

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
            assertThat(rustc(listing.getSource())).as(listing.getSource()).isEmpty();
        }
    }

    @Test
    void do_not_pass_with_rust_that_does_not_compile() throws Exception {
        assumeTrue(isThere("rustc"), "rustc is not there");
        assertThat(rustc("fn main() { nobody(); }")).contains("nobody");
    }

    private String rustc(String listing) throws IOException, InterruptedException {
        var file = Files.writeString(temp.resolve("main.rs"), listing);
        return run(
                List.of(
                        "rustc",
                        "--edition=2021",
                        "--deny=warnings",
                        "--emit=metadata",
                        "--out-dir=" + temp,
                        file.toString()));
    }

    @Test
    void show_python_that_compiles() throws Exception {
        assumeTrue(isThere("python3"), "python3 is not there");
        var listings = listings("python").map(Block::getSource).toList();
        assertThat(listings).isNotEmpty();
        assertThat(pyCompile(listings)).isEmpty();
    }

    @Test
    void do_not_pass_with_python_that_does_not_compile() throws Exception {
        assumeTrue(isThere("python3"), "python3 is not there");
        assertThat(pyCompile(List.of("print(1)", "def nobody(:"))).contains("nobody");
    }

    private String pyCompile(List<String> listings) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "-W", "error", "-m", "py_compile"));
        for (var listing : listings) {
            var file = temp.resolve("listing" + command.size() + ".py");
            command.add(Files.writeString(file, listing).toString());
        }
        return run(command);
    }

    @Test
    void show_go_that_parses() throws Exception {
        assumeTrue(isThere("gofmt"), "gofmt is not there");
        var module = goModule(listings("go").map(Block::getSource).toList());
        assertThat(run(temp, List.of("gofmt", "-e", module.toString()))).isEmpty();
    }

    @Test
    void show_go_that_compiles() throws Exception {
        assumeTrue(isThere("go"), "go is not there");
        assumeTrue(goRelease() >= GO_RELEASE, "go is older than 1." + GO_RELEASE);
        var listings = listings("go").map(Block::getSource).filter(each -> !fetches(each)).toList();
        assertThat(listings).isNotEmpty();
        assertThat(vet(listings)).isEmpty();
    }

    @Test
    void do_not_pass_with_go_that_does_not_compile() throws Exception {
        assumeTrue(isThere("go"), "go is not there");
        var broken = "package main\n\nfunc main() {\n\tvar count int = nobody\n}\n";
        assertThat(vet(List.of(broken))).contains("nobody");
    }

    /** What <code>go vet</code> has to complain about, without a network. */
    private String vet(List<String> listings) throws IOException, InterruptedException {
        var release = Math.min(goRelease(), GO_RELEASE);
        var module = goModule(listings);
        Files.writeString(module.resolve("go.mod"), "module listings\n\ngo 1." + release + "\n");
        return run(module, List.of("go", "vet", "./..."));
    }

    /** A folder with a package for each listing. */
    private Path goModule(List<String> listings) throws IOException {
        var module = Files.createTempDirectory(temp, "go");
        for (var listing : listings) {
            var folder = Files.createTempDirectory(module, "listing");
            Files.writeString(folder.resolve("main.go"), listing + "\n");
        }
        return module;
    }

    /** Whether a listing needs more than the standard library. */
    private static boolean fetches(String go) {
        return go.lines().anyMatch(line -> line.strip().startsWith("\"golang.org/"));
    }

    /** The 23 of Go 1.23. */
    private int goRelease() throws IOException, InterruptedException {
        var asked = output(temp, List.of("go", "env", "GOVERSION"));
        var found = Pattern.compile("go1\\.(\\d+)").matcher(asked.text());
        assertThat(found.find()).as(asked.text()).isTrue();
        return Integer.parseInt(found.group(1));
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
        return run(temp, command);
    }

    private String run(Path folder, List<String> command) throws IOException, InterruptedException {
        var ended = output(folder, command);
        return ended.status() == 0 ? "" : "status " + ended.status() + "\n" + ended.text();
    }

    private record Ended(int status, String text) {}

    private Ended output(Path folder, List<String> command)
            throws IOException, InterruptedException {
        var output = temp.resolve("output").toFile();
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output);
        builder.environment().put("GOPROXY", "off");
        builder.environment().put("GOTOOLCHAIN", "local");
        int status = builder.start().waitFor();
        return new Ended(status, Files.readString(output.toPath()));
    }
}
