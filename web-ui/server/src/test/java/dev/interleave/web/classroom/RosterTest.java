package dev.interleave.web.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,login,section\nAnn B,ann,A\n",
                "\uFEFFname;login;section\r\nAnn B;ann;A\r\n",
                "Login\tid\tSection\tName\nANN\t7\tA\tAnn B",
                "name,login,section\n\n\"Ann B\", ann ,A\n\n"
            })
    void columns_may_stand_in_any_order_with_the_usual_separators(String csv) {
        var roster = Roster.read(csv);

        assertThat(roster.problems()).isEmpty();
        assertThat(roster.lines()).containsExactly(new Roster.Line("ann", "Ann B", "A"));
    }

    @Test
    void bad_lines_are_named() {
        var roster =
                Roster.read(
                        "name,login\nAnn,ann\nBen,\n,cleo\nDan,dan b\nAnna,ANN\nEve,../../eve\n");

        assertThat(roster.lines()).hasSize(1);
        assertThat(roster.problems()).hasSize(5);
        assertThat(roster.problems().get(0)).startsWith("Line 3:");
        assertThat(roster.problems().get(3)).startsWith("Line 6:").contains("ann");
    }

    @Test
    void a_list_in_another_encoding_is_not_imported_with_broken_names() {
        var latin = Roster.read("name,login\nJ\uFFFDrg,joerg\nAnn,ann\n");
        assertThat(latin.problems()).hasSize(1);
        assertThat(latin.problems().getFirst()).startsWith("Line 2:").contains("UTF-8");
        assertThat(Roster.read("\uFFFD\uFFFDn\0a\0m\0e\0,\0l\0").problems()).isNotEmpty();
    }

    @Test
    void what_is_no_list_is_refused_in_words() {
        assertThat(Roster.read("").problems()).isNotEmpty();
        assertThat(Roster.read("ann\nben").problems().getFirst()).contains("name the columns");
        assertThat(Roster.read("name,login\n").problems().getFirst()).contains("no learner");
        assertThat(Roster.read("name,login\n\"Ann,ann\nBen,ben").problems()).isNotEmpty();
        assertThat(Roster.read("name,login\n" + "x".repeat(1 << 20) + ",ann").problems())
                .hasSize(1);
    }

    @Test
    void a_list_without_end_is_cut() {
        var csv = new StringBuilder("name,login\n");
        for (var i = 0; i < 3_000; i++) {
            csv.append("N,l").append(i).append('\n');
        }

        assertThat(Roster.read(csv.toString()).problems().getFirst()).contains("2000");
    }
}
