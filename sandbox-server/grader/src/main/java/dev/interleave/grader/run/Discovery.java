package dev.interleave.grader.run;

import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.FoundTest;
import dev.interleave.grader.message.ToGrader;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Lists the test methods of an exercise in the order in which they were written. */
final class Discovery {

    private final ToGrader.Discover order;
    private final SubmissionClasses classes;

    Discovery(ToGrader.Discover order) {
        this.order = order;
        this.classes = new SubmissionClasses(order.classes(), List.of());
    }

    /** A method that is run several times, with parameters or again and again, is one test. */
    List<FoundTest> tests() {
        Thread.currentThread().setContextClassLoader(classes);
        DiscoverySelector[] selectors =
                order.testClasses().stream()
                        .filter(name -> !name.contains("$"))
                        .map(name -> DiscoverySelectors.selectClass(classes, name))
                        .toArray(DiscoverySelector[]::new);
        TestPlan plan = JUnit.launcher().discover(JUnit.request(true, selectors));
        Map<String, Integer> lines = lines();
        List<Placed> found = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier identifier : plan.getDescendants(root)) {
                identifier
                        .getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(MethodSource.class::cast)
                        .ifPresent(method -> found.add(placed(identifier, method, lines)));
            }
        }
        order.testClasses().forEach(name -> found.addAll(scenarios(name, lines)));
        found.sort(Comparator.comparing(Placed::topClass).thenComparing(Placed::line));
        return found.stream().map(Placed::test).toList();
    }

    private List<Placed> scenarios(String className, Map<String, Integer> lines) {
        Class<?> type;
        try {
            type = Class.forName(className, false, classes);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return Arrays.stream(type.getMethods())
                .filter(Scenarios::isScenario)
                .map(
                        method ->
                                placed(
                                        new FoundTest(
                                                new ScenarioName(className, method.getName())
                                                        .toString(),
                                                name(className, method.getName()),
                                                sentence(method),
                                                tags(type, method)),
                                        className,
                                        method.getName(),
                                        lines))
                .toList();
    }

    private static String sentence(Method method) {
        DisplayName name = method.getAnnotation(DisplayName.class);
        return name == null ? method.getName() : name.value();
    }

    private static List<String> tags(Class<?> type, Method method) {
        return Stream.of(type, method)
                .flatMap(element -> Arrays.stream(element.getAnnotationsByType(Tag.class)))
                .map(Tag::value)
                .distinct()
                .sorted()
                .toList();
    }

    private record Placed(FoundTest test, String topClass, int line) {}

    private static Placed placed(
            TestIdentifier identifier, MethodSource method, Map<String, Integer> lines) {
        String className = method.getClassName();
        FoundTest test =
                new FoundTest(
                        identifier.getUniqueId(),
                        name(className, method.getMethodName()),
                        identifier.getDisplayName(),
                        identifier.getTags().stream().map(TestTag::getName).sorted().toList());
        return placed(test, className, method.getMethodName(), lines);
    }

    private static Placed placed(
            FoundTest test, String className, String method, Map<String, Integer> lines) {
        int line = lines.getOrDefault(className + "." + method, 0);
        return new Placed(test, className.split("\\$", 2)[0], line);
    }

    private static String name(String className, String method) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.') + "." + method;
    }

    /** The first line of each method, by class and name. */
    private Map<String, Integer> lines() {
        Map<String, Integer> lines = new HashMap<>();
        for (CompiledClass file : order.classes()) {
            for (var method : ClassFile.of().parse(file.bytes()).methods()) {
                Optional<Integer> line =
                        method.code()
                                .flatMap(c -> c.findAttribute(Attributes.lineNumberTable()))
                                .map(table -> table.lineNumbers().getFirst().lineNumber());
                line.ifPresent(
                        l -> lines.put(file.name() + "." + method.methodName().stringValue(), l));
            }
        }
        return lines;
    }
}
