package dev.interleave.bench.cell;

import java.util.List;

/** Cells as learners write them, of eight kinds in turn; no two declare the same name. */
public final class Mix {

    private static final List<String> KINDS =
            List.of(
                    "1000 * 2 + %d",
                    "int number%d = 7;",
                    "System.out.println(\"cell %d\");",
                    "int twice%d(int n) { return 2 * n; }",
                    "IntStream.range(0, 50).filter(n -> n %% 3 == 0).sum() + %d",
                    "\"text\".length() + %d",
                    "var list%d = new ArrayList<>(List.of(3, 1, 2));",
                    """
                    var words%1$d = List.of("a", "b", "c");
                    var lengths%1$d = new HashMap<String, Integer>();
                    for (var word : words%1$d) lengths%1$d.put(word, word.length());
                    Thread.ofVirtual().start(() -> lengths%1$d.put("d", 1)).join();
                    lengths%1$d.size()
                    """);

    private Mix() {}

    /** The cell of this number. */
    public static String cell(int number) {
        return KINDS.get(Math.floorMod(number, KINDS.size())).formatted(number);
    }
}
