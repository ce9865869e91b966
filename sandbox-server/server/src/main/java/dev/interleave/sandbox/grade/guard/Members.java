package dev.interleave.sandbox.grade.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the JDK declares a member that is named through a subtype. Types are looked up, never
 * initialised.
 */
final class Members {

    private Members() {}

    /** The types, nearest first, that declare a member of this name; also the type itself. */
    static List<String> declaring(String type, String member) {
        List<String> found = new ArrayList<>();
        for (Class<?> candidate : withSupertypes(type)) {
            if (java.lang.reflect.Modifier.isPublic(candidate.getModifiers())
                    && declares(candidate, member)) {
                found.add(candidate.getName());
            }
        }
        return found;
    }

    private static boolean declares(Class<?> type, String member) {
        if (member.equals("<init>")) {
            return type.getDeclaredConstructors().length > 0;
        }
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.getName().equals(member))
                || Arrays.stream(type.getDeclaredFields())
                        .anyMatch(f -> f.getName().equals(member));
    }

    private static Set<Class<?>> withSupertypes(String name) {
        Set<Class<?>> all = new LinkedHashSet<>();
        Deque<Class<?>> left = new ArrayDeque<>();
        find(name).ifPresent(left::add);
        while (!left.isEmpty()) {
            Class<?> type = left.removeFirst();
            if (all.add(type)) {
                if (type.getSuperclass() != null) {
                    left.addFirst(type.getSuperclass());
                }
                left.addAll(List.of(type.getInterfaces()));
                if (type.isInterface()) {
                    left.addLast(Object.class);
                }
            }
        }
        return all;
    }

    private static Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(name, false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
