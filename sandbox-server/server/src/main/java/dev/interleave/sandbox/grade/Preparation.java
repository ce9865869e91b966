package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.CompileOrder;
import dev.interleave.grader.message.CompileProblem;
import dev.interleave.grader.message.Compiled;
import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.FoundTest;
import dev.interleave.grader.message.FromGrader;
import dev.interleave.grader.message.ToGrader;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailWatch;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compiles an exercise's tests with a reference solution and lists them, in jails. */
final class Preparation {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Jails jails;
    private final CompileJails compilers;

    Preparation(Jails jails, CompileJails compilers) {
        this.jails = jails;
        this.compilers = compilers;
    }

    Prepared prepare(Exercise exercise) throws IOException, ExerciseException {
        Compiled compiled = compile(exercise);
        List<String> solution = compiled.classes().stream().map(CompiledClass::name).toList();
        List<String> tests = compiled.testClasses().stream().map(CompiledClass::name).toList();
        return new Prepared(
                exercise,
                new TestBinding(exercise).bind(discover(exercise, compiled, tests)),
                solution.stream().map(Preparation::packageOf).collect(Collectors.toSet()),
                Set.copyOf(tests),
                TypesUsed.in(compiled.testClasses(), solution),
                ThrowsClauses.in(compiled.classes()));
    }

    static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private Compiled compile(Exercise exercise) throws IOException, ExerciseException {
        Exercise.Solution reference = exercise.solutions().getFirst();
        var order = new CompileOrder(reference.files(), exercise.tests(), List.of());
        return switch (compilers.compile(order)) {
            case CompileJail.Outcome.Excessive e ->
                    throw new ExerciseException(exercise.id() + ": " + e.message());
            case CompileJail.Outcome.Done(Compiled compiled) -> {
                List<String> problems = new ArrayList<>();
                String folder = "solution/" + reference.name();
                compiled.problems().forEach(p -> problems.add(text(exercise, folder, p)));
                compiled.testProblems().forEach(p -> problems.add(text(exercise, "tests", p)));
                if (!problems.isEmpty()) {
                    throw new ExerciseException(problems);
                }
                yield compiled;
            }
        };
    }

    private static String text(Exercise exercise, String folder, CompileProblem problem) {
        return "%s: %s/%s:%d: %s"
                .formatted(
                        exercise.id(), folder, problem.file(), problem.line(), problem.message());
    }

    private List<FoundTest> discover(Exercise exercise, Compiled compiled, List<String> tests)
            throws IOException, ExerciseException {
        List<CompiledClass> classes = new ArrayList<>(compiled.classes());
        classes.addAll(compiled.testClasses());
        try (Jail jail = jails.start(GradingRun.spec(exercise.settings(), Role.GRADER));
                JailWatch watch = new JailWatch(jail, LIMIT, LIMIT)) {
            watch.step();
            Frames.send(jail, new ToGrader.Discover(classes, tests)::write);
            WireReader in = new WireReader(jail.in());
            if (FromGrader.read(in.next(), in) instanceof FromGrader.Discovered(var found)) {
                return found;
            }
            throw new WireException("no list of tests");
        } catch (IOException e) {
            throw new ExerciseException(
                    exercise.id() + ": its tests could not be listed: " + e.getMessage());
        }
    }

    /** For messages and comparisons. */
    static Set<String> names(List<CompiledClass> classes) {
        return classes.stream()
                .map(CompiledClass::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
