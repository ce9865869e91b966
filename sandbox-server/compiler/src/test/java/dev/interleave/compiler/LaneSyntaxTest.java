package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.compiler.LaneSyntax.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneSyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | VARIABLE",
                "x; | VARIABLE",
                "x = 5 | ASSIGNMENT",
                "x == 5 | EXPRESSION",
                "x += 5 | EXPRESSION",
                "1 + 1 | EXPRESSION",
                "foo(1) | EXPRESSION",
                "new Foo() | EXPRESSION",
                "list.get(0).name | EXPRESSION",
                "a < b | EXPRESSION",
                "x instanceof Integer | EXPRESSION",
                "if (a) b(); | STATEMENT",
                "{ int local; } | STATEMENT",
                "outer: for (;;) break outer; | STATEMENT",
                "throw new Exception(); | THROW"
            })
    void tells_expressions_from_statements(String snippet, Kind kind) {
        assertThat(LaneSyntax.of(snippet)).map(LaneSyntax::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x",
                "String s = \"\"",
                "var x = 1",
                "List<Map<String, int[]>> l",
                "java.util.List<String> l = null",
                "String[] words = {}",
                "Map.Entry<String, Integer> e",
                "void m() {}",
                "Foo m(int a) { return null; }",
                "<T> T id(T t) { return t; }",
                "@Deprecated int x",
                "class A {}",
                "record R(int a) {}",
                "import java.util.*",
                "public int x",
                "switch (x) { default -> 1; }",
                "return 5",
                "a(); b()",
                "5; } static { evil(); ",
                "foo(",
                "$value$ + 1",
                "do_it$()"
            })
    void leaves_to_jshell_what_may_declare_something_or_end_the_method(String snippet) {
        assertThat(LaneSyntax.of(snippet)).isEmpty();
    }

    @Test
    void words_behind_a_dot_are_members() {
        assertThat(LaneSyntax.of("a.b(c::d, E.F)").orElseThrow().words())
                .containsExactly("a", "c", "E");
    }
}
