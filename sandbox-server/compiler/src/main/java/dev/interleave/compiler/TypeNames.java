package dev.interleave.compiler;

import java.util.Set;
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
     * @param declared names of the learner's own types, for which a platform type keeps its package
     */
    String shown(String type, Set<String> declared) {
        if (type == null || type.indexOf('.') < 0) {
            return type;
        }
        Matcher matcher = QUALIFIED.matcher(type);
        return matcher.replaceAll(
                m -> {
                    String packageName = m.group(1).substring(0, m.group(1).length() - 1);
                    boolean hidden =
                            platform.exports(packageName) && !declared.contains(m.group(2));
                    return hidden ? "" : Matcher.quoteReplacement(m.group());
                });
    }
}
