package dev.interleave.measurer.run;

import dev.interleave.measurer.message.ToMeasurer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A version that is loaded.
 *
 * @param receiver the object whose method is called; null for a static one
 * @param handle takes the receiver, a number and a black hole, whatever the method wants of these
 * @param result what the method returns: object, long, double or nothing, others widened
 */
record Target(Object receiver, int n, MethodHandle handle, Class<?> result) {

    static Target load(ToMeasurer.Load load) throws Throwable {
        VersionClasses classes = new VersionClasses(load.classes());
        Class<?> type = Class.forName(load.entry().type(), true, classes);
        Method method = only(type, load.entry().method());
        Object receiver = needsReceiver(type, method) ? make(type) : null;
        new SetUp(type, receiver).call(load.n());
        Class<?> result = widened(method.getReturnType());
        return new Target(receiver, load.n(), handle(method, result), result);
    }

    /** An object is needed for the method itself, or for what sets it up. */
    private static boolean needsReceiver(Class<?> type, Method method) {
        return !Modifier.isStatic(method.getModifiers()) || SetUp.needsReceiver(type);
    }

    private static Method only(Class<?> type, String name) throws NoSuchMethodException {
        List<Method> found =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(name) && !method.isBridge())
                        .toList();
        if (found.size() != 1) {
            throw new NoSuchMethodException(type.getName() + " has no one method " + name);
        }
        return found.getFirst();
    }

    static Object make(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static Class<?> widened(Class<?> type) {
        if (!type.isPrimitive()) {
            return Object.class;
        }
        return type == void.class || type == double.class || type == long.class
                ? type
                : type == float.class ? double.class : long.class;
    }

    private static MethodHandle handle(Method method, Class<?> result)
            throws IllegalAccessException {
        method.setAccessible(true);
        MethodHandle plain = MethodHandles.lookup().unreflect(method);
        if (Modifier.isStatic(method.getModifiers())) {
            plain = MethodHandles.dropArguments(plain, 0, Object.class);
        }
        MethodType wanted = MethodType.methodType(result, Object.class, int.class, Blackhole.class);
        Class<?>[] parameters = method.getParameterTypes();
        int[] order = new int[parameters.length + 1];
        for (int i = 0; i < parameters.length; i++) {
            order[i + 1] = parameters[i] == Blackhole.class ? 2 : 1;
        }
        MethodType own = plain.type();
        for (int i = 1; i < own.parameterCount(); i++) {
            own = own.changeParameterType(i, order[i] == 2 ? Blackhole.class : int.class);
        }
        own = own.changeParameterType(0, Object.class).changeReturnType(result);
        MethodHandle widened = MethodHandles.explicitCastArguments(plain, own);
        return MethodHandles.permuteArguments(widened, wanted, order);
    }

    /** Calls it once, without a clock. */
    Object call(Blackhole hole) throws Throwable {
        return handle.invoke(receiver, n, hole);
    }
}
