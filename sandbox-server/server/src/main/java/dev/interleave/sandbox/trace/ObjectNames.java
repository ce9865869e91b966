package dev.interleave.sandbox.trace;

import java.util.HashMap;
import java.util.Map;

/** What the things that threads wait for are called. */
final class ObjectNames {

    private static final int MOST = 100_000;

    private static final String SCOPE = "java.util.concurrent.StructuredTaskScopeImpl";

    private final Map<Integer, String> names = new HashMap<>();

    void learn(int object, String text) {
        if (names.size() < MOST) {
            names.put(object, shown(text));
        }
    }

    /** The name, or null. */
    String of(int object) {
        return object == 0 ? null : names.get(object);
    }

    /**
     * Without packages, and called by the class that a learner knows: {@code ReentrantLock@1f} for
     * the part of it that threads park on.
     */
    static String shown(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return text;
        }
        String type = text.substring(0, at);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (type.equals(SCOPE)) {
            simple = "StructuredTaskScope";
        }
        int nested = simple.indexOf('$');
        if (nested > 0 && isOfJdk(type)) {
            simple =
                    simple.endsWith("$ConditionObject") ? "Condition" : simple.substring(0, nested);
        } else if (nested >= 0) {
            simple = simple.substring(simple.lastIndexOf('$') + 1);
        }
        return simple + text.substring(at);
    }

    private static boolean isOfJdk(String type) {
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.");
    }
}
