package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A file of hostile cells and what must come of each.
 *
 * <p>Cells are separated by a line {@code // ---}. Lines of a cell that begin with {@code //!} say
 * what must hold: {@code ends: STATUS [LIMIT] | …} one of these ends, {@code prints: TEXT} and
 * {@code not-prints: TEXT} about everything that it shows, {@code allowed-with: PROFILE} a profile
 * under which it is no attack. A cell that says nothing about its end must end well, and after the
 * last one of a file the session must answer again.
 */
record Attack(String name, List<Step> steps) {

    /** Whether this profile allows what the attack tries. */
    boolean exempts(Profile profile) {
        return steps.stream().anyMatch(step -> step.exempt().contains(profile.name()));
    }

    /** One cell with what must come of it. */
    record Step(
            String source,
            List<End> ends,
            List<String> prints,
            List<String> printsNot,
            List<String> exempt) {

        boolean mayTimeOut() {
            return ends.stream().anyMatch(end -> end.status().equals("timeout"));
        }

        boolean allows(Done done) {
            return ends.isEmpty()
                    ? done.status() == Status.OK
                    : ends.stream().anyMatch(end -> end.fits(done));
        }
    }

    /** A way to end, in the words of the command line: a status, and a limit or null for any. */
    record End(String status, String limit) {

        boolean fits(Done done) {
            return status.equals(word(done.status()))
                    && (limit == null || limit.equals(word(done.limit())));
        }

        private static String word(Enum<?> constant) {
            return constant == null
                    ? null
                    : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** All attacks below a folder, ordered by name; the name is the path without its ending. */
    static List<Attack> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path folder, Path file) {
        try {
            String name = folder.relativize(file).toString().replace(".jsh", "");
            String text = Files.readString(file);
            return new Attack(
                    name, Arrays.stream(text.split("(?m)^// ---$\\R")).map(Attack::step).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(String source) {
        List<End> ends = new ArrayList<>();
        List<String> prints = new ArrayList<>();
        List<String> printsNot = new ArrayList<>();
        List<String> exempt = new ArrayList<>();
        source.lines()
                .filter(line -> line.startsWith("//! "))
                .map(line -> line.substring(4).split(": ", 2))
                .forEach(
                        rule -> {
                            switch (rule[0]) {
                                case "ends" -> ends.addAll(ends(rule[1]));
                                case "prints" -> prints.add(rule[1]);
                                case "not-prints" -> printsNot.add(rule[1]);
                                case "allowed-with" -> exempt.add(rule[1]);
                                default -> throw new IllegalArgumentException(rule[0]);
                            }
                        });
        return new Step(source, ends, prints, printsNot, exempt);
    }

    private static List<End> ends(String rule) {
        return Arrays.stream(rule.split("\\|"))
                .map(end -> end.strip().split(" "))
                .map(words -> new End(words[0], words.length > 1 ? words[1] : null))
                .toList();
    }
}
