package dev.interleave.measurer.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Setup;

/**
 * What a version wants done once before it is measured: a method {@code setup}, or what JMH's
 * annotation marks.
 */
record SetUp(Class<?> type, Object receiver) {

    static boolean needsReceiver(Class<?> type) {
        return methods(type).stream().anyMatch(m -> !Modifier.isStatic(m.getModifiers()));
    }

    /** Calls it with this number, if it wants one. */
    void call(int n) throws Throwable {
        for (Method method : methods(type)) {
            method.setAccessible(true);
            try {
                if (method.getParameterCount() == 0) {
                    method.invoke(receiver);
                } else {
                    method.invoke(receiver, n);
                }
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(SetUp::isSetUp).toList();
    }

    private static boolean isSetUp(Method method) {
        return (method.getName().equals("setup") || method.isAnnotationPresent(Setup.class))
                && (method.getParameterCount() == 0
                        || Arrays.equals(method.getParameterTypes(), new Class<?>[] {int.class}));
    }
}
