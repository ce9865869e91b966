package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoughSplitTest {

    @Test
    void cuts_behind_semicolons_and_braces_outside_of_brackets() {
        assertThat(RoughSplit.of("int a = 1; class B { int c; }\nvoid d() { e(); } f("))
                .extracting(Piece::text)
                .containsExactly("int a = 1;", "class B { int c; }", "void d() { e(); }", "f(");
    }

    @Test
    void keeps_together_what_goes_on() {
        assertThat(RoughSplit.of("if (a) { b(); } else { c(); }")).hasSize(1);
        assertThat(RoughSplit.of("try { } catch (E e) { } finally { }")).hasSize(1);
        assertThat(RoughSplit.of("int[] a = {1}, b = {2};")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import java.ut | IMPORT",
                "class A { int | TYPE",
                "public sealed interface S permits T {} | TYPE",
                "@Info(value = 1) record R(int a) {} | TYPE",
                "int f(int a) { ret | METHOD",
                "<T> List<T> g() { | METHOD",
                "foo( | STATEMENT",
                "int a = f(1); | STATEMENT",
                "new Thread(() -> { }) | STATEMENT",
                "Class<?> c = A.class; | STATEMENT"
            })
    void tells_what_a_snippet_seems_to_be(String text, PieceKind kind) {
        assertThat(RoughSplit.kind(new Piece(text, 0, text.length()))).isEqualTo(kind);
    }
}
