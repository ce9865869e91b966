package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.Compiled;
import dev.interleave.grader.message.CompiledClass;
import dev.interleave.sandbox.grade.guard.Guard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at compiled classes before they are loaded anywhere. */
final class SubmissionCheck {

    private static final int MOST_CLASSES = 300;
    private static final long MOST_BYTES = 2 << 20;

    private final Prepared ready;

    SubmissionCheck(Prepared ready) {
        this.ready = ready;
    }

    /** What the submission does that is not allowed. */
    List<String> violations(Compiled compiled) {
        List<CompiledClass> classes = compiled.classes();
        long bytes = classes.stream().mapToLong(c -> c.bytes().length).sum();
        if (classes.size() > MOST_CLASSES || bytes > MOST_BYTES) {
            return List.of("It compiles to more classes than a submission may have.");
        }
        Map<String, byte[]> files = new HashMap<>();
        List<String> violations = new ArrayList<>();
        for (CompiledClass file : classes) {
            if (ready.testClasses().contains(file.name())) {
                violations.add(file.name() + " is the name of one of the exercise's tests.");
            }
            files.put(file.name(), file.bytes());
        }
        Guard guard = new Guard(ready.exercise().settings().allowed());
        violations.addAll(guard.check(files, ready.packages()));
        return violations;
    }

    /** Types of the submission that the tests use, and that they do not use of the reference. */
    List<String> strangers(Compiled compiled) {
        Set<String> used =
                TypesUsed.in(
                        compiled.testClasses(),
                        compiled.classes().stream().map(CompiledClass::name).toList());
        used.removeAll(ready.typesInTests());
        return List.copyOf(used);
    }
}
