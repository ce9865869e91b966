package dev.interleave.explore.runtime;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Values in few words. A learner's object is never asked: its class and a number in the order of
 * appearance stand for it, since all identity hash codes of a run are the same.
 */
final class Values {

    private static final int MOST_CHARS = 40;

    private final Map<Object, Integer> numbers = new IdentityHashMap<>();

    String of(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + shortened(text) + '"';
            case Character character -> "'" + character + "'";
            case Integer _, Long _, Short _, Byte _, Boolean _, Float _, Double _ ->
                    value.toString();
            default -> reference(value);
        };
    }

    private String reference(Object value) {
        var number = numbers.computeIfAbsent(value, _ -> numbers.size() + 1);
        return shortened(simple(value.getClass())) + "@" + number;
    }

    /** Without package and enclosing classes; {@link Class#getSimpleName} may load classes. */
    private static String simple(Class<?> type) {
        if (type.isArray()) return simple(type.getComponentType()) + "[]";
        var name = type.getName();
        var lambda = name.indexOf("$$Lambda");
        if (lambda >= 0) return "lambda";
        return name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS - 1) + "…";
    }

    /** What an atomic variable has now; null for other objects. */
    String ofAtomic(Object variable) {
        return switch (variable) {
            case AtomicInteger integer -> of(integer.getPlain());
            case AtomicLong number -> of(number.getPlain());
            case AtomicBoolean flag -> of(flag.getPlain());
            case AtomicReference<?> reference -> of(reference.getPlain());
            case null, default -> null;
        };
    }
}
