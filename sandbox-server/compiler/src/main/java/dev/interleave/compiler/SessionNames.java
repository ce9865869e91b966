package dev.interleave.compiler;

import dev.interleave.compiler.LaneTask.InferredVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** What the names in a session stand for, as import lines for a source in the package REPL. */
final class SessionNames {

    private final Map<String, Set<String>> importsOf = new HashMap<>();
    private final Map<String, InferredVariable> inferred = new HashMap<>();
    private final List<String> always = new ArrayList<>();
    private final Set<String> types = new HashSet<>();
    private final Map<String, String> importedTypes = new HashMap<>();
    private final Set<String> importedStatically = new HashSet<>();
    private final boolean wholeModule;

    private SessionNames(boolean wholeModule) {
        this.wholeModule = wholeModule;
    }

    /** Of a session that has declared nothing. */
    static SessionNames none() {
        return new SessionNames(false);
    }

    /** Reads the declarations that are in force. */
    static SessionNames of(JShell jshell, LiveClasses classes, Imports imports) {
        SessionNames names = new SessionNames(imports.wholeModule());
        Stream.of(jshell.variables(), jshell.methods(), jshell.types())
                .flatMap(declarations -> declarations)
                .filter(snippet -> jshell.status(snippet).isDefined())
                .forEach(snippet -> names.add(snippet, classes));
        jshell.types()
                .filter(type -> jshell.status(type).isDefined())
                .forEach(type -> names.types.add(type.name()));
        jshell.imports().filter(snippet -> !imports.hidden(snippet)).forEach(names::add);
        return names;
    }

    private void add(DeclarationSnippet snippet, LiveClasses classes) {
        String liveClass = classes.liveClassOf(snippet);
        importLines(snippet.name()).add("import static " + liveClass + "." + snippet.name() + ";");
        if (snippet instanceof VarSnippet variable && inferredType(variable)) {
            inferred.put(variable.name(), new InferredVariable(liveClass, variable.typeName()));
        }
    }

    private static boolean inferredType(VarSnippet variable) {
        return variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || Lexer.read(variable.source()).list().stream()
                        .anyMatch(token -> token.text(variable.source()).equals("var"));
    }

    private void add(ImportSnippet snippet) {
        String line = "import " + (snippet.isStatic() ? "static " : "") + snippet.fullname() + ";";
        switch (snippet.subKind()) {
            case SINGLE_TYPE_IMPORT_SUBKIND -> {
                importLines(snippet.name()).add(line);
                importedTypes.put(snippet.name(), snippet.fullname());
            }
            case SINGLE_STATIC_IMPORT_SUBKIND -> {
                importLines(snippet.name()).add(line);
                importedStatically.add(snippet.name());
            }
            case MODULE_IMPORT_SUBKIND -> always.add("import module " + snippet.fullname() + ";");
            default -> always.add(line);
        }
    }

    private Set<String> importLines(String name) {
        return importsOf.computeIfAbsent(name, _ -> new HashSet<>());
    }

    /** The import lines that this name needs, empty if the session does not know it. */
    Set<String> importsOf(String name) {
        return importsOf.getOrDefault(name, Set.of());
    }

    /** All names that are declared or imported one by one. */
    Set<String> names() {
        return importsOf.keySet();
    }

    /** The variable of this name if its type was inferred, or null. */
    InferredVariable inferred(String name) {
        return inferred.get(name);
    }

    /** The imports on demand, which any name may need. */
    List<String> always() {
        return always;
    }

    /** Whether this is a type of the learner's, or one that the learner imports by name. */
    boolean knowsType(String name) {
        return types.contains(name) || importedTypes.containsKey(name);
    }

    /** The full names of the types that the learner imports by name. */
    Collection<String> importedTypes() {
        return importedTypes.values();
    }

    boolean importsStatically(String name) {
        return importedStatically.contains(name);
    }

    /** Whether the imports on demand bring the types of the platform. */
    boolean wholeModule() {
        return wholeModule;
    }

    /** The learner's own types. */
    Set<String> types() {
        return types;
    }
}
