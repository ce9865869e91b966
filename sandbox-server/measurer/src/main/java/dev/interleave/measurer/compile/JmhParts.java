package dev.interleave.measurer.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.interleave.measurer.message.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * What JMH's annotations in a version ask for: what is done, what is done otherwise, and what
 * cannot be done here, which is an error, so that nothing is measured that was not meant.
 */
final class JmhParts {

    private static final String JMH = "org.openjdk.jmh.annotations.";
    static final String STATE = JMH + "State";

    private static final Set<String> MAY_BE_GIVEN = Set.of("int");

    private static final Map<String, String> IMPOSSIBLE =
            Map.of(
                    "Group",
                    "@Group is not measured here: a version is one method, called by one thread."
                            + " Let it start the threads that it is about.",
                    "GroupThreads",
                    "@GroupThreads is not measured here: a version is called by one thread. Let it"
                            + " start the threads that it is about.",
                    "OperationsPerInvocation",
                    "@OperationsPerInvocation is not known here: figures are for a call. Take it"
                            + " away, and read them so.");

    private final Trees trees;
    private final CompilationUnitTree unit;
    private final List<Remark> errors = new ArrayList<>();
    private final List<Remark> lints = new ArrayList<>();

    private JmhParts(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
    }

    static JmhParts of(Trees trees, CompilationUnitTree unit, List<TypeElement> types) {
        JmhParts parts = new JmhParts(trees, unit);
        types.forEach(parts::all);
        return parts;
    }

    /** What cannot be done here. */
    List<Remark> errors() {
        return errors;
    }

    /** What is done otherwise. */
    List<Remark> lints() {
        return lints;
    }

    private void all(TypeElement type) {
        look(type);
        type.getEnclosedElements().forEach(this::look);
    }

    private void look(Element element) {
        for (AnnotationMirror mark : element.getAnnotationMirrors()) {
            String name = mark.getAnnotationType().toString();
            if (name.startsWith(JMH)) {
                marked(element, name.substring(JMH.length()), values(mark));
            }
        }
    }

    private void marked(Element element, String mark, Map<String, String> values) {
        if (IMPOSSIBLE.containsKey(mark)) {
            error(element, IMPOSSIBLE.get(mark));
            return;
        }
        switch (mark) {
            case "State" -> state((TypeElement) element);
            case "Setup" -> setUp((ExecutableElement) element, values);
            case "Threads" -> threads(element, values);
            case "Param" -> param(element, values.getOrDefault("value", ""));
            case "Fork" -> ignored(element, values.get("value"), "@Fork(0)");
            case "Warmup" -> ignored(element, values.get("iterations"), "@Warmup(iterations = 0)");
            default -> {
                // It changes what is printed, or how long is measured, and that is asked elsewhere.
            }
        }
    }

    private void state(TypeElement type) {
        if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
            error(type, type.getSimpleName() + " is a state, so its class has to be static.");
        }
    }

    private void setUp(ExecutableElement method, Map<String, String> values) {
        String level = values.getOrDefault("value", "Trial");
        if (!level.endsWith("Trial")) {
            error(
                    method,
                    "@Setup is called once in each JVM here, not at Level."
                            + level.substring(level.lastIndexOf('.') + 1)
                            + ". What each call needs afresh belongs into the method, or make so"
                            + " many of it in advance that they last.");
        }
        boolean givable =
                method.getParameters().isEmpty()
                        || method.getParameters().size() == 1
                                && MAY_BE_GIVEN.contains(
                                        method.getParameters().getFirst().asType().toString());
        if (!givable) {
            error(method, method + " wants what nobody can give it: @Setup takes nothing, or n.");
        }
    }

    private void threads(Element element, Map<String, String> values) {
        if (!"1".equals(values.get("value"))) {
            error(
                    element,
                    "@Threads is not measured here: a version is called by one thread. Let it start"
                            + " the threads that it is about.");
        }
    }

    private void param(Element field, String all) {
        if (all.contains(",")) {
            lint(
                    field,
                    "first-param",
                    field.getSimpleName()
                            + " is the first of its values, "
                            + all.substring(0, all.indexOf(','))
                            + ": a comparison is about one. Change their order for another one.");
        }
    }

    private void ignored(Element element, String number, String written) {
        if ("0".equals(number)) {
            lint(
                    element,
                    "own-settings",
                    written
                            + " would measure a JVM that is not warm, or that has seen other code."
                            + " It is ignored: each version is warmed up in JVMs of its own.");
        }
    }

    /** As they are written, without braces; only those that are given. */
    private static Map<String, String> values(AnnotationMirror mark) {
        Map<String, String> values = new TreeMap<>();
        mark.getElementValues()
                .forEach((name, value) -> values.put(name.getSimpleName().toString(), text(value)));
        return values;
    }

    private static String text(AnnotationValue value) {
        return value.getValue() instanceof List<?> all
                ? String.join(", ", all.stream().map(String::valueOf).toList())
                : String.valueOf(value.getValue());
    }

    private void error(Element at, String message) {
        errors.add(new Remark(Remark.ERROR, line(at), message));
    }

    private void lint(Element at, String rule, String message) {
        lints.add(new Remark(rule, line(at), message));
    }

    private int line(Element element) {
        Tree tree = trees.getTree(element);
        long position = tree == null ? -1 : trees.getSourcePositions().getStartPosition(unit, tree);
        return position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
    }
}
