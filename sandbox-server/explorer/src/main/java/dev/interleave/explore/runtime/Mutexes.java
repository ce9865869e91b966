package dev.interleave.explore.runtime;

import dev.interleave.explore.jdk.UnsupportedJdkException;
import java.lang.reflect.Field;

/** Which object a synchronized collection of the JDK synchronizes on. */
final class Mutexes {

    private static final ClassValue<Field> FIELDS =
            new ClassValue<>() {
                @Override
                protected Field computeValue(Class<?> type) {
                    return mutexField(type);
                }
            };

    private Mutexes() {}

    static Object of(Object collection) {
        if (!collection.getClass().getName().startsWith("java.util.Collections$"))
            return collection;
        try {
            return FIELDS.get(collection.getClass()).get(collection);
        } catch (IllegalAccessException e) {
            throw new UnsupportedJdkException("the mutex of synchronized collections", e);
        }
    }

    private static Field mutexField(Class<?> type) {
        for (var ancestor = type; ancestor != null; ancestor = ancestor.getSuperclass()) {
            try {
                var field = ancestor.getDeclaredField("mutex");
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException e) {
                continue;
            } catch (RuntimeException e) {
                throw new UnsupportedJdkException("the mutex of synchronized collections", e);
            }
        }
        throw new UnsupportedJdkException("the mutex of synchronized collections", null);
    }
}
