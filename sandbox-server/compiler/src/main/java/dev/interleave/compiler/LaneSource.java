package dev.interleave.compiler;

import dev.interleave.compiler.LaneTask.InferredVariable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the class around a snippet. */
final class LaneSource {

    /** The field that keeps the value of an expression. */
    static final String KEPT = "$kept$";

    private final PlatformTypes platform;
    private final SessionNames names;

    LaneSource(PlatformTypes platform, SessionNames names) {
        this.platform = platform;
        this.names = names;
    }

    /** The snippet stands in the line that it has in its cell, so that stack traces are right. */
    String of(
            String liveName, Set<String> imports, LaneSyntax.Kind kind, String snippet, int line) {
        StringBuilder source = new StringBuilder(snippet.length() + line + 512);
        source.append("package ").append(LaneFiles.PACKAGE).append(';');
        imports.forEach(source::append);
        source.append("class ").append(liveName).append("{public static java.lang.Object ");
        source.append(KEPT).append(";public static java.lang.Object do_it$()");
        source.append("throws java.lang.Throwable{");
        source.repeat('\n', line - 1);
        switch (kind) {
            case EXPRESSION -> value(source, snippet, "return " + KEPT + "=$value$;");
            case VARIABLE, ASSIGNMENT -> value(source, snippet, "return $value$;");
            case STATEMENT -> source.append(snippet).append("\n;return null;");
            case THROW -> source.append(snippet).append("\n");
        }
        return source.append("}}").toString();
    }

    /** A class whose method does what our own code says. */
    String ofCopy(String liveName, Set<String> imports, String body) {
        return of(liveName, imports, LaneSyntax.Kind.STATEMENT, body, 1)
                .replace(
                        "class " + liveName + "{",
                        "@SuppressWarnings(\"all\") class " + liveName + "{");
    }

    private static void value(StringBuilder source, String snippet, String end) {
        source.append("var $value$=").append(snippet).append("\n;").append(end);
    }

    /** The imports that these names need, or empty where JShell must find out what they mean. */
    Optional<Set<String>> imports(Set<String> words) {
        Set<String> imports = new LinkedHashSet<>(names.always());
        for (String word : words) {
            Set<String> known = names.importsOf(word);
            imports.addAll(known);
            if (!names.knowsType(word) && !names.wholeModule()) {
                List<String> packages = platform.publicPackagesOf(word);
                if (packages.size() > 1 || !packages.isEmpty() && names.importsStatically(word)) {
                    return Optional.empty();
                }
                packages.forEach(p -> imports.add("import " + p + "." + word + ";"));
            }
        }
        return Optional.of(imports);
    }

    Map<String, InferredVariable> inferred(Set<String> words) {
        Map<String, InferredVariable> inferred = new HashMap<>();
        words.stream()
                .filter(word -> names.inferred(word) != null)
                .forEach(word -> inferred.put(word, names.inferred(word)));
        return inferred;
    }
}
