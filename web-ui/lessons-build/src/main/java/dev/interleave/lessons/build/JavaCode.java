package dev.interleave.lessons.build;

/** Java without its comments, for comparing a cell with its translation. */
final class JavaCode {

    private final String source;
    private final StringBuilder code = new StringBuilder();
    private int at;

    private JavaCode(String source) {
        this.source = source;
    }

    /** The code with its comments left out; every line stays where it is. */
    static String withoutComments(String source) {
        return new JavaCode(source).read();
    }

    private String read() {
        while (at < source.length()) {
            if (source.startsWith("//", at)) {
                at = end("\n");
            } else if (source.startsWith("/*", at)) {
                var end = after("*/", at + 2);
                code.repeat(
                        '\n',
                        (int) source.substring(at, end).chars().filter(c -> c == '\n').count());
                at = end;
            } else if (source.startsWith("\"\"\"", at)) {
                keep(quoted("\"\"\""));
            } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                keep(quoted(source.substring(at, at + 1)));
            } else {
                keep(at + 1);
            }
        }
        return code.toString();
    }

    private void keep(int end) {
        code.append(source, at, end);
        at = end;
    }

    private int end(String wanted) {
        var place = source.indexOf(wanted, at);
        return place < 0 ? source.length() : place;
    }

    private int after(String wanted, int from) {
        var place = source.indexOf(wanted, from);
        return place < 0 ? source.length() : place + wanted.length();
    }

    /** Where what is quoted here ends; a short one that is not closed ends with its line. */
    private int quoted(String quote) {
        for (var i = at + quote.length(); i < source.length(); i++) {
            if (source.charAt(i) == '\\') {
                i++;
            } else if (source.startsWith(quote, i)) {
                return i + quote.length();
            } else if (source.charAt(i) == '\n' && quote.length() == 1) {
                return i;
            }
        }
        return source.length();
    }
}
