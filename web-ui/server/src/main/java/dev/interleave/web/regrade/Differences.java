package dev.interleave.web.regrade;

import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.Grade.TestGrade;
import dev.interleave.web.page.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a score is another one: the tests whose points differ. */
final class Differences {

    private Differences() {}

    static List<String> of(Grade before, Grade after) {
        var old =
                before.tests().stream()
                        .collect(
                                Collectors.toMap(
                                        TestGrade::sentence, Function.identity(), (a, _) -> a));
        var why = new ArrayList<String>();
        for (var test : after.tests()) {
            var was = old.remove(test.sentence());
            if (was == null) {
                why.add("New test, %s: %s".formatted(passed(test), test.sentence()));
            } else if (was.points() != test.points()) {
                why.add(
                        "%s points instead of %s: %s"
                                .formatted(
                                        Points.of(test.points()),
                                        Points.of(was.points()),
                                        test.sentence()));
            }
        }
        old.values().forEach(gone -> why.add("No test any more: " + gone.sentence()));
        if (!before.verdict().equals(after.verdict())) {
            why.add("%s instead of %s".formatted(after.verdict(), before.verdict()));
        }
        return why;
    }

    private static String passed(TestGrade test) {
        return test.passed() ? "passed" : "failed";
    }
}
