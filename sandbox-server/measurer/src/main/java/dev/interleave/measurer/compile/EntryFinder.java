package dev.interleave.measurer.compile;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what is to be measured: the method that JMH's annotation marks, or else the one named
 * {@code run}, or else the only one that there is.
 */
final class EntryFinder {

    private static final String BENCHMARK = "org.openjdk.jmh.annotations.Benchmark";
    private static final String BLACK_HOLE = "org.openjdk.jmh.infra.Blackhole";

    /** What a version takes that handles requests. */
    static final String REQUEST = "dev.interleave.measurer.load.Request";

    private static final Set<String> OTHER = Set.of("setup", "main");

    private static final String WANTED =
            "A version has one method run() that returns its result; it may take an int, which is"
                    + " n.";

    private EntryFinder() {}

    /** What was found. */
    sealed interface Found {

        record One(ExecutableElement method) implements Found {}

        record None(String why) implements Found {}
    }

    static Found find(List<TypeElement> types) {
        List<ExecutableElement> methods =
                types.stream()
                        .filter(EntryFinder::canBeMade)
                        .flatMap(
                                type ->
                                        ElementFilter.methodsIn(type.getEnclosedElements())
                                                .stream())
                        .toList();
        List<ExecutableElement> marked = select(methods, EntryFinder::isMarked);
        List<ExecutableElement> named =
                select(methods, method -> method.getSimpleName().contentEquals("run"));
        List<ExecutableElement> candidates = !marked.isEmpty() ? marked : named;
        if (candidates.isEmpty()) {
            candidates = select(methods, EntryFinder::mayBeMeant);
        }
        return marked.size() > 1 ? new Found.None(several(marked)) : choose(candidates);
    }

    private static String several(List<ExecutableElement> marked) {
        return "@Benchmark marks "
                + names(marked)
                + ": a version is one of them. Make a file for each, with the others' @Benchmark"
                + " taken away, and compare these.";
    }

    private static Found choose(List<ExecutableElement> candidates) {
        if (candidates.isEmpty()) {
            return new Found.None("There is no method to measure. " + WANTED);
        }
        if (candidates.size() > 1) {
            return new Found.None(
                    "Which method is to be measured: " + names(candidates) + "? " + WANTED);
        }
        ExecutableElement method = candidates.getFirst();
        if (serves(method) && method.getParameters().size() > 1) {
            return new Found.None("What takes a Request takes nothing else.");
        }
        return method.getParameters().stream().allMatch(EntryFinder::canBeGiven)
                ? new Found.One(method)
                : new Found.None(method + " wants what nobody can give it. " + WANTED);
    }

    private static List<ExecutableElement> select(
            List<ExecutableElement> methods, Predicate<ExecutableElement> wanted) {
        return methods.stream().filter(wanted).toList();
    }

    private static boolean canBeMade(TypeElement type) {
        boolean inner =
                type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
        return !inner
                && (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
                && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    private static boolean isMarked(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .anyMatch(mark -> mark.getAnnotationType().toString().equals(BENCHMARK));
    }

    private static boolean mayBeMeant(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.PRIVATE)
                && !OTHER.contains(method.getSimpleName().toString())
                && method.getAnnotationMirrors().isEmpty()
                && method.getParameters().stream().allMatch(EntryFinder::canBeGiven);
    }

    /** Whether it handles requests. */
    static boolean serves(ExecutableElement method) {
        return method.getParameters().stream()
                .anyMatch(each -> each.asType().toString().equals(REQUEST));
    }

    private static boolean canBeGiven(VariableElement parameter) {
        String type = parameter.asType().toString();
        return type.equals("int")
                || type.equals(BLACK_HOLE)
                || type.equals(REQUEST)
                || isState(parameter.asType());
    }

    /** An object of a class that JMH's annotation marks is made for it. */
    private static boolean isState(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getAnnotationMirrors().stream()
                        .anyMatch(
                                mark -> mark.getAnnotationType().toString().equals(JmhParts.STATE));
    }

    private static String names(List<ExecutableElement> methods) {
        return methods.stream()
                .map(method -> method.getSimpleName() + "()")
                .sorted()
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
    }
}
