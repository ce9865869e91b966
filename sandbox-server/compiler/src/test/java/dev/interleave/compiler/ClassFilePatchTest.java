package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.LineNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassFilePatchTest {

    @Test
    void changes_names_lines_and_the_source_file_and_nothing_else() throws IOException {
        byte[] before = bytes();
        byte[] after =
                ClassFilePatch.apply(
                        before, "Cell", s -> s.replace("Sample", "Renamed"), line -> line + 100);

        ClassModel old = ClassFile.of().parse(before);
        ClassModel patched = ClassFile.of().parse(after);
        assertThat(patched.thisClass().asInternalName())
                .isEqualTo("dev/interleave/compiler/ClassFilePatchTest$Renamed");
        assertThat(patched.findAttribute(Attributes.sourceFile()).orElseThrow().sourceFile())
                .hasToString("Cell");
        assertThat(lines(patched)).isEqualTo(lines(old).stream().map(l -> l + 100).toList());
        assertThat(ClassFile.of().verify(patched)).isEmpty();
    }

    @Test
    void a_class_that_needs_no_change_keeps_its_bytes() throws IOException {
        byte[] before = bytes();
        assertThat(ClassFilePatch.apply(before, "ClassFilePatchTest.java", s -> s, l -> l))
                .isEqualTo(before);
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream("ClassFilePatchTest$Sample.class")) {
            return in.readAllBytes();
        }
    }

    private static List<Integer> lines(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(LineNumber.class::isInstance)
                .map(element -> ((LineNumber) element).line())
                .toList();
    }

    /** Something of every kind of constant. */
    static final class Sample {

        static final long LONG = 1L << 40;
        private final double number = 1.5;

        Object all(Object o) {
            Runnable lambda = () -> System.out.println("unicode é 日本 \0 " + number + LONG);
            lambda.run();
            return switch (o) {
                case String s when s.isEmpty() -> 1;
                case Integer i -> i + 1;
                default -> List.of(2.5f, 'c', 70_000, Sample.class);
            };
        }
    }
}
