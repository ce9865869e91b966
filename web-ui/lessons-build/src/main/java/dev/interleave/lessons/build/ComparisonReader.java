package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Comparison;
import dev.interleave.lessons.build.data.Comparison.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;
import org.jsoup.Jsoup;

/** Reads the comparisons of a lesson: what is compared, and what there is to predict. */
final class ComparisonReader {

    private static final String LOAD = "load";
    private static final List<String> MODES =
            List.of("average", "throughput", "sample", "single", LOAD);
    private static final Set<String> ATTRIBUTES = Set.of("n", "mode", "seconds", "delay", "sweep");
    private static final Set<String> PARSERS_OWN = Set.of("1", "2", "style", "id", "title", "role");
    private static final int USUAL_N = 1000;
    private static final int MOST_N = 1_000_000;
    private static final int USUAL_DELAY = 20;
    private static final int MOST_DELAY = 1000;
    private static final int MOST_LOAD = 4096;
    private static final int USUAL_SECONDS = 60;
    private static final int MOST_SECONDS = 120;
    private static final int MOST_VERSIONS = 4;

    private final Source source;
    private final List<Comparison> comparisons = new ArrayList<>();

    private ComparisonReader(Source source) {
        this.source = source;
    }

    static List<Comparison> read(Source source, StructuralNode document) {
        var reader = new ComparisonReader(source);
        reader.readIn(document);
        return List.copyOf(reader.comparisons);
    }

    private void readIn(StructuralNode parent) {
        for (var block : Blocks.children(parent)) {
            if (block.getContext().equals("example") && block.hasRole("compare")) {
                comparisons.add(comparison(block));
            } else {
                readOutside(block);
                readIn(block);
            }
        }
    }

    private void readOutside(StructuralNode block) {
        if (block.hasRole("outcome") || Blocks.has(block, "setup")) {
            problem(block, "Only a comparison has a set-up and an outcome: [.compare#its-id].");
        }
    }

    private Comparison comparison(StructuralNode block) {
        for (var name : block.getAttributes().keySet()) {
            if (!ATTRIBUTES.contains(name) && !PARSERS_OWN.contains(name)) {
                problem(
                        block,
                        ("A comparison has no attribute \"%s\"; known are: mode, n, seconds,"
                                        + " delay, sweep.")
                                .formatted(name));
            }
        }
        var versions = new ArrayList<Version>();
        var setups = new ArrayList<String>();
        for (var listing : select(block, "listing")) {
            checkListing(listing);
            var text = ((Block) listing).getSource();
            if (Blocks.has(listing, "setup")) {
                setups.add(text);
            } else {
                versions.add(new Version(plain(listing.getTitle()), text));
            }
        }
        checkVersions(block, versions);
        if (setups.size() > 1) {
            problem(block, "A comparison has one set-up at most: [source%setup,java].");
        }
        var mode = mode(block);
        var load = mode.equals(LOAD);
        var sweep = load ? sweep(block) : List.<Integer>of();
        return new Comparison(
                String.valueOf(block.getId()),
                plain(block.getTitle()),
                mode,
                load ? sweep.getLast() : number(block, "n", USUAL_N, MOST_N),
                number(block, "seconds", USUAL_SECONDS, MOST_SECONDS),
                load ? number(block, "delay", USUAL_DELAY, MOST_DELAY) : 0,
                sweep,
                setups.isEmpty() ? "" : setups.getFirst(),
                versions,
                choices(block));
    }

    private void checkListing(StructuralNode listing) {
        if (!"java".equals(listing.getAttribute("language")) || listing.getTitle() == null) {
            problem(
                    listing,
                    "A version and a set-up are titled listings in Java: .Its name, then"
                            + " [source,java].");
        }
        if (Blocks.has(listing, "run")) {
            problem(listing, "A version is no cell; leave out the option \"run\".");
        }
    }

    private void checkVersions(StructuralNode block, List<Version> versions) {
        if (versions.size() < 2 || versions.size() > MOST_VERSIONS) {
            problem(block, "A comparison holds two to four versions: titled listings in Java.");
        }
        if (versions.stream().map(Version::name).distinct().count() < versions.size()) {
            problem(block, "The versions of a comparison have different titles.");
        }
    }

    /**
     * How many there are; that there is something to predict and an outcome is checked on the way.
     */
    private int choices(StructuralNode block) {
        var lists = select(block, "ulist").stream().filter(ComparisonReader::isChecklist).toList();
        var outcomes = block.getBlocks().stream().filter(each -> each.hasRole("outcome")).toList();
        if (lists.size() != 1 || outcomes.size() != 1) {
            problem(
                    block,
                    "A comparison holds one checklist of predictions, * [x] for what is right, and"
                            + " then one paragraph [.outcome].");
            return 0;
        }
        var choices = lists.getFirst().getBlocks();
        if (choices.stream().noneMatch(choice -> choice.getAttributes().containsKey("checked"))) {
            problem(lists.getFirst(), "No choice is marked as right: * [x].");
        }
        for (var choice : choices) {
            if (!choice.getBlocks().isEmpty()) {
                problem(choice, "The outcome explains; a choice has nothing attached.");
            }
        }
        return choices.size();
    }

    private static boolean isChecklist(StructuralNode list) {
        return Blocks.has(list, "checklist");
    }

    private String mode(StructuralNode block) {
        var mode = String.valueOf(block.getAttribute("mode", MODES.getFirst()));
        if (!MODES.contains(mode)) {
            problem(
                    block,
                    "There is no mode \"%s\"; known are: %s."
                            .formatted(mode, String.join(", ", MODES)));
        }
        return mode;
    }

    private int number(StructuralNode block, String name, int usual, int most) {
        var text = String.valueOf(block.getAttribute(name, usual));
        if (text.matches("[0-9]{1,7}")) {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        problem(block, "%s is a number from 1 to %d, not \"%s\".".formatted(name, most, text));
        return usual;
    }

    private List<Integer> sweep(StructuralNode block) {
        var text = String.valueOf(block.getAttribute("sweep", "1 2 4 8 16 32 64 128")).strip();
        if (text.matches("[0-9]{1,4}( +[0-9]{1,4})+")) {
            var sweep = Arrays.stream(text.split(" +")).map(Integer::valueOf).toList();
            var ascending = sweep.stream().distinct().sorted().toList();
            if (sweep.equals(ascending) && sweep.getFirst() >= 1 && sweep.getLast() <= MOST_LOAD) {
                return sweep;
            }
        }
        problem(
                block,
                "sweep holds two or more ascending numbers from 1 to %d with blanks between them,"
                                .formatted(MOST_LOAD)
                        + " not \"%s\".".formatted(text));
        return List.of(1);
    }

    private static List<StructuralNode> select(StructuralNode block, String kind) {
        return block.getBlocks().stream().filter(each -> each.getContext().equals(kind)).toList();
    }

    private static String plain(String title) {
        return Jsoup.parseBodyFragment(String.valueOf(title)).text();
    }

    private void problem(StructuralNode block, String message) {
        source.problem(Blocks.line(block, source), message);
    }
}
