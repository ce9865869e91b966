package dev.interleave.compiler;

import dev.interleave.wire.ClassFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * The classes of a front end as the session JVM knows them.
 *
 * <p>JShell names the class around a snippet {@code REPL.$JShell$12B}, after numbers that depend on
 * everything that the front end ever looked at, failed snippets and checks included. Here each gets
 * the next number of an own count instead, which only loaded classes advance: a rebuilt front end
 * arrives at the same names and so can attach to the classes and the variables that are there. Also
 * the classes' line numbers become those of the cell.
 */
final class LiveClasses {

    /** The source file that stack traces name. */
    static final String SOURCE_FILE = "Cell";

    private static final Pattern WRAPPER = Pattern.compile("(REPL[./])(\\$JShell\\$\\w+)");

    private final SnippetIndex index;
    private final Map<String, String> liveNames = new HashMap<>();
    private final Map<String, Integer> loadedLines = new HashMap<>();
    private final Map<String, String> jshellNames = new HashMap<>();
    private final List<JavaFileObject> files = new ArrayList<>();
    private SourceCodeAnalysis analysis;
    private int next = 1;

    LiveClasses(SnippetIndex index) {
        this.index = index;
    }

    void use(SourceCodeAnalysis sourceCodeAnalysis) {
        analysis = sourceCodeAnalysis;
    }

    /** The number of the next class. */
    int next() {
        return next;
    }

    void continueWith(int number) {
        next = number;
    }

    /** The simple name of the next class. */
    String nextName() {
        return name(next);
    }

    static String name(int number) {
        return "$JShell$" + number;
    }

    /** The next class has been made by somebody else. */
    void advance() {
        next++;
    }

    /** All classes so far that JShell has made, for javac to compile against. */
    List<JavaFileObject> files() {
        return Collections.unmodifiableList(files);
    }

    /** The live class that this snippet is in, with dots. */
    String liveClassOf(Snippet snippet) {
        return renamed(analysis.wrapper(snippet).fullClassName());
    }

    /** The session JVM's name of a class that JShell names so, with dots. */
    String liveName(String jshellName) {
        return renamed(jshellName);
    }

    /**
     * Names the classes, in an order that does not depend on JShell's numbers, and patches them.
     */
    List<ClassFile> translate(List<ClassBytecodes> loaded) {
        List<String> wrappers =
                loaded.stream().map(c -> wrapperOf(c.name())).distinct().sorted(order()).toList();
        wrappers.forEach(this::live);
        List<ClassFile> translated = new ArrayList<>(loaded.size());
        Map<String, IntUnaryOperator> lines = new HashMap<>();
        for (ClassBytecodes c : loaded) {
            IntUnaryOperator map = lines.computeIfAbsent(wrapperOf(c.name()), this::lines);
            byte[] bytes = ClassFilePatch.apply(c.bytecodes(), SOURCE_FILE, this::renamed, map);
            translated.add(new ClassFile(renamed(c.name()), bytes));
        }
        translated.forEach(file -> files.add(LaneFiles.compiled(file)));
        return translated;
    }

    /**
     * How many lines further down the snippet of this live class now stands than when it was
     * loaded: JShell does not load a class again that is evaluated again unchanged.
     */
    int moved(String liveWrapper) {
        String jshellName = jshellNames.get(liveWrapper);
        if (jshellName == null) {
            return 0;
        }
        List<SnippetIndex.Known> snippets = snippets(jshellName);
        Integer loaded = loadedLines.get(liveWrapper);
        return snippets.size() != 1 || loaded == null ? 0 : snippets.getFirst().line() - loaded;
    }

    /** The snippets in the wrapper of a live class, with or without package and inner classes. */
    List<SnippetIndex.Known> snippetsOf(String liveClass) {
        String jshellName = jshellNames.get(wrapperOf(liveClass));
        return jshellName == null ? List.of() : snippets(jshellName);
    }

    private String renamed(String text) {
        if (!text.contains("$JShell$")) {
            return text;
        }
        Matcher matcher = WRAPPER.matcher(text);
        return matcher.replaceAll(m -> Matcher.quoteReplacement(m.group(1) + live(m.group(2))));
    }

    private String live(String jshellName) {
        return liveNames.computeIfAbsent(
                jshellName,
                name -> {
                    String live = name(next++);
                    jshellNames.put(live, name);
                    return live;
                });
    }

    private static String wrapperOf(String className) {
        Matcher matcher = WRAPPER.matcher(className);
        return matcher.find() ? matcher.group(2) : className;
    }

    private Comparator<String> order() {
        return Comparator.comparing(this::ordinals, Arrays::compare)
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder());
    }

    private int[] ordinals(String jshellName) {
        return snippets(jshellName).stream()
                .mapToInt(SnippetIndex.Known::ordinal)
                .sorted()
                .toArray();
    }

    private List<SnippetIndex.Known> snippets(String jshellName) {
        List<SnippetIndex.Known> found = new ArrayList<>();
        for (String part : jshellName.substring("$JShell$".length()).split("_")) {
            String digits = part.replaceFirst("[A-Za-z]*$", "");
            SnippetIndex.Known known =
                    digits.matches("\\d{1,9}") ? index.byKey(Integer.parseInt(digits)) : null;
            if (known != null) {
                found.add(known);
            }
        }
        return found;
    }

    private IntUnaryOperator lines(String jshellName) {
        List<SnippetIndex.Known> snippets = snippets(jshellName);
        if (snippets.isEmpty()) {
            return line -> line;
        }
        SnippetWrapper wrapper = analysis.wrapper(snippets.getFirst().snippet());
        if (snippets.size() == 1) {
            loadedLines.put(live(jshellName), snippets.getFirst().line());
            return LineMap.of(wrapper, snippets.getFirst().line());
        }
        LineMap map = LineMap.ofMany(wrapper);
        snippets.forEach(known -> map.add(analysis.wrapper(known.snippet()), known.line()));
        return map;
    }
}
