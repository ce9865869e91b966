package dev.interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may know which; the JDK is open to all, and nothing else is. */
class BoundariesTest {

    private static final Path CLASSES = Path.of("target/classes/dev/interleave/explore");
    private static final Pattern TYPE =
            Pattern.compile("(?:^|L)((?:[a-z]\\w*/)+)[A-Z]\\w*(?:\\$\\w+)*(?:;|$)");

    @ParameterizedTest
    @CsvSource({
        "result, ''",
        "order, ''",
        "jdk, ''",
        "guard, ''",
        "schedule, result jdk",
        "monitor, schedule",
        "runtime, result jdk order schedule monitor",
        "weave, schedule runtime",
        "diagnose, result jdk schedule monitor runtime",
        "probe, result .",
    })
    void a_package_knows_only(String folder, String allowed) throws IOException {
        var known = packagesKnownBy(CLASSES.resolve(folder));
        assertThat(known).isNotEmpty();
        known.remove(folder);
        assertThat(known).isSubsetOf(allowed.split(" "));
    }

    private static Set<String> packagesKnownBy(Path folder) throws IOException {
        var packages = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .forEach(file -> packages.addAll(packagesKnownByClass(file)));
        }
        return packages;
    }

    /** Our own packages by their last name, the one above them as a dot, foreign ones in full. */
    private static Set<String> packagesKnownByClass(Path file) {
        var packages = new TreeSet<String>();
        try {
            for (var entry : ClassFile.of().parse(Files.readAllBytes(file)).constantPool()) {
                switch (entry) {
                    case ClassEntry type -> add(packages, type.asInternalName());
                    case Utf8Entry text when text.stringValue().contains("L") ->
                            Arrays.stream(text.stringValue().split("[(;<]"))
                                    .filter(part -> part.matches("\\[*L[a-z]+/.*"))
                                    .forEach(part -> add(packages, part + ";"));
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packages;
    }

    private static void add(Set<String> packages, String type) {
        var match = TYPE.matcher(type);
        if (!match.find() || match.group(1).startsWith("java/")) return;
        var name = match.group(1);
        var ours = "dev/interleave/explore/";
        if (name.equals(ours)) packages.add(".");
        else
            packages.add(
                    name.startsWith(ours)
                            ? name.substring(ours.length(), name.length() - 1)
                            : name);
    }
}
