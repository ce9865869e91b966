package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.Symptom;
import dev.interleave.grader.message.TestRecord;
import dev.interleave.grader.message.ToGrader;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tests of one run in their order, with canaries between them, under numbers that only the
 * judge understands.
 *
 * <p>Threading: one thread.
 */
final class TestOrder {

    /** A test in the grader whose outcome is known; null means that it passes. */
    private record Canary(String method, Symptom symptom) {

        /** It takes the same way as the tests between which it stands. */
        String id(boolean explored) {
            return explored
                    ? EXPLORED_CANARY.formatted(method.toUpperCase(Locale.ROOT))
                    : CANARY.formatted(method);
        }
    }

    private static final String CANARY =
            "[engine:junit-jupiter]/[class:dev.interleave.grader.run.Canary]/[method:%s()]";

    private static final String EXPLORED_CANARY = "explore:canary#%s";

    private static final List<Canary> CANARIES =
            List.of(
                    new Canary("holds", null),
                    new Canary("fails", Symptom.WRONG_RESULT),
                    new Canary("breaks", Symptom.EXCEPTION));

    private final List<ToGrader.Planned> planned = new ArrayList<>();
    private final Map<Integer, ExerciseTest> tests = new HashMap<>();
    private final Map<Integer, Canary> canaries = new HashMap<>();
    private final Set<Integer> answered = new HashSet<>();
    private int next;

    private TestOrder() {}

    static TestOrder of(List<ExerciseTest> tests) {
        TestOrder order = new TestOrder();
        SecureRandom random = new SecureRandom();
        for (ExerciseTest test : tests) {
            int number = order.newNumber(random);
            order.tests.put(number, test);
            order.planned.add(new ToGrader.Planned(number, test.uniqueId()));
        }
        for (Canary canary : CANARIES) {
            int number = order.newNumber(random);
            order.canaries.put(number, canary);
            order.planned.add(
                    random.nextInt(order.planned.size() + 1),
                    new ToGrader.Planned(number, canary.id(tests.getFirst().isExplored())));
        }
        return order;
    }

    private int newNumber(SecureRandom random) {
        int number = random.nextInt();
        while (tests.containsKey(number) || canaries.containsKey(number)) {
            number = random.nextInt();
        }
        return number;
    }

    List<ToGrader.Planned> planned() {
        return List.copyOf(planned);
    }

    /** Whether this is the record that is due, and right if it is a canary's. */
    boolean accepts(TestRecord record) {
        if (next >= planned.size()
                || planned.get(next++).number() != record.number()
                || !answered.add(record.number())) {
            return false;
        }
        Canary canary = canaries.get(record.number());
        return canary == null || canary.symptom == record.symptom();
    }

    /** The test that a record is about; none if it is a canary's. */
    Optional<ExerciseTest> test(TestRecord record) {
        return Optional.ofNullable(tests.get(record.number()));
    }
}
