package dev.interleave.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellFileTest {

    @Test
    void a_file_without_a_separator_is_one_cell() {
        assertThat(CellFile.split("int a = 1;\na\n")).containsExactly("int a = 1;\na\n");
    }

    @Test
    void separators_are_lines_of_their_own() {
        assertThat(CellFile.split("1\n// ---\n2\n// ---  \r\n3"))
                .containsExactly("1\n", "2\n", "3");
    }

    @Test
    void what_only_looks_like_a_separator_belongs_to_the_cell() {
        var text = "// ----\n //---\nint a; // ---\n  // ---\n";
        assertThat(CellFile.split(text)).containsExactly(text);
    }

    @Test
    void n_separators_make_n_plus_one_cells_even_if_they_are_empty() {
        assertThat(CellFile.split("")).containsExactly("");
        assertThat(CellFile.split("// ---\n// ---\n")).containsExactly("", "", "");
        assertThat(CellFile.split("1\n// ---")).containsExactly("1\n", "");
    }

    @Test
    void a_byte_order_mark_is_not_code() {
        assertThat(CellFile.split("\uFEFF1")).containsExactly("1");
    }

    @Test
    void what_cannot_be_read_is_said_in_a_sentence(@TempDir Path folder) throws Exception {
        var latin = Files.write(folder.resolve("latin.jsh"), new byte[] {'"', (byte) 0xE9, '"'});

        assertUnreadable(folder.resolve("none.jsh"), "There is no file");
        assertUnreadable(folder, "is a folder");
        assertUnreadable(latin, "is not text in UTF-8");
    }

    private static void assertUnreadable(Path path, String why) {
        assertThatThrownBy(() -> CellFile.read(path))
                .isInstanceOf(CellFile.UnreadableException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(path.toString());
    }
}
