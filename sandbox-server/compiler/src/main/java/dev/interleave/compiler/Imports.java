package dev.interleave.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Makes a front end know what {@code import module java.base} makes known, as the {@code jshell}
 * tool does, and pays for it only where a name is used: each task of javac costs twice as much with
 * the whole module imported.
 *
 * <p>A package is imported on demand before the first snippet in which one of its type names
 * appears. Only where that could make a difference, because the learner imports on demand from
 * elsewhere, the module itself is imported: then its types are hidden by the learner's, as they are
 * in {@code jshell}.
 */
final class Imports {

    /** What nearly every session uses. */
    private static final List<String> COMMON =
            List.of("java.util", "java.util.concurrent", "java.util.function", "java.util.stream");

    private static final Pattern ON_DEMAND =
            Pattern.compile(
                    "import\\s+(?:(?<module>module\\s+[\\w.\\s]+)|(?<name>[\\w.\\s]+?)\\s*\\.\\s*\\*)");

    private final JShell shell;
    private final SnippetIndex index;
    private final PlatformTypes platform;
    private final Set<String> imported = new HashSet<>();
    private final Set<String> importedByLearner = new HashSet<>();
    private boolean wholeModule;

    Imports(JShell shell, SnippetIndex index, PlatformTypes platform) {
        this.shell = shell;
        this.index = index;
        this.platform = platform;
    }

    void begin() {
        COMMON.forEach(this::importPackage);
    }

    /** Imports what this snippet needs. */
    void prepare(String snippet) {
        if (snippet.contains(PlatformTypes.DISPLAY)) {
            // No module that is imported has it.
            importPackage(PlatformTypes.DISPLAY_PACKAGE);
        }
        if (wholeModule) {
            return;
        }
        Lexer.Tokens tokens = Lexer.read(snippet);
        Matcher onDemand = ON_DEMAND.matcher(snippet);
        if (snippet.contains("\\u") || onDemand.find() && !known(onDemand)) {
            importModule();
            return;
        }
        for (Token token : tokens.list()) {
            if (token.kind() == Token.Kind.WORD) {
                platform.packagesOf(token.text(snippet)).forEach(this::importPackage);
            }
        }
    }

    private boolean known(Matcher onDemand) {
        String name = onDemand.group("name");
        if (name == null) {
            return false;
        }
        if (name.startsWith("static")) {
            return true;
        }
        String packageName = name.replaceAll("\\s", "");
        if (platform.exports(packageName)) {
            imported.add(packageName);
            importedByLearner.add(packageName);
            return true;
        }
        return false;
    }

    private void importPackage(String packageName) {
        if (!packageName.equals("java.lang") && imported.add(packageName)) {
            hidden("import " + packageName + ".*;");
        }
    }

    private void importModule() {
        wholeModule = true;
        List<Snippet> packages = new ArrayList<>();
        shell.imports()
                .filter(s -> s.subKind() == Snippet.SubKind.TYPE_IMPORT_ON_DEMAND_SUBKIND)
                .filter(s -> imported.contains(packageOf(s)))
                .filter(s -> !importedByLearner.contains(packageOf(s)))
                .filter(s -> !packageOf(s).equals(PlatformTypes.DISPLAY_PACKAGE))
                .forEach(packages::add);
        hidden("import module java.base;");
        packages.forEach(shell::drop);
    }

    /** Whether the platform's types are imported with their whole module. */
    boolean wholeModule() {
        return wholeModule;
    }

    /** Whether an import only repeats what every cell knows. */
    boolean hidden(ImportSnippet snippet) {
        return !wholeModule
                && snippet.subKind() == Snippet.SubKind.TYPE_IMPORT_ON_DEMAND_SUBKIND
                && imported.contains(packageOf(snippet));
    }

    private static String packageOf(ImportSnippet snippet) {
        return snippet.fullname().replace(".*", "");
    }

    private void hidden(String source) {
        index.begin(1, true);
        shell.eval(source);
    }
}
