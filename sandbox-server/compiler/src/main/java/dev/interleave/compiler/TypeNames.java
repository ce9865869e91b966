package dev.interleave.compiler;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows types without the packages that every cell knows, whether or not this front end has
 * imported them yet.
 */
final class TypeNames {

    private static final Pattern QUALIFIED =
            Pattern.compile("\\b((?:[a-z]\\w*\\.)+)(?=([A-Z]\\w*))");

    private final PlatformTypes platform;

    TypeNames(PlatformTypes platform) {
        this.platform = platform;
    }

    /**
     * @param names the session's, whose own types leave platform types of the same name their
     *     package, and whose imports shorten nested types
     */
    String shown(String type, SessionNames names) {
        if (type == null || type.indexOf('.') < 0) {
            return type;
        }
        String imported = withImports(type, names);
        return QUALIFIED
                .matcher(imported)
                .replaceAll(
                        m -> {
                            String packageName = m.group(1).substring(0, m.group(1).length() - 1);
                            boolean hidden =
                                    platform.exports(packageName)
                                            && !names.types().contains(m.group(2));
                            return hidden ? "" : Matcher.quoteReplacement(m.group());
                        });
    }

    private static String withImports(String type, SessionNames names) {
        String shown = type;
        for (String full : names.importedTypes()) {
            String simple = full.substring(full.lastIndexOf('.') + 1);
            shown = shown.replaceAll("\\b" + Pattern.quote(full) + "(?![\\w.])", simple);
        }
        return shown;
    }
}
