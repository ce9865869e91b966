package dev.interleave.compiler;

import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** Tells what the parser refused from what the compiler found wrong later. */
final class SyntaxErrors {

    private static final Pattern CODES =
            Pattern.compile(
                    "compiler\\.err\\.(expected\\d?|illegal\\.start\\.of\\.\\w+|not\\.stmt"
                            + "|premature\\.eof|orphaned|else\\.without\\.if|illegal\\.char"
                            + "|invalid\\..*|variable\\.not\\.allowed|class\\.not\\.allowed)");

    private SyntaxErrors() {}

    static boolean is(Diag diag) {
        return diag.isError() && is(diag.getCode());
    }

    static boolean is(String code) {
        return CODES.matcher(code).matches();
    }
}
