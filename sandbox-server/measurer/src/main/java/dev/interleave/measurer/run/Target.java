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
        States.fill(type, receiver);
        new SetUp(type, receiver).call(load.n());
        Class<?> result = widened(method.getReturnType());
        return new Target(receiver, load.n(), handle(method, result, load.n()), result);
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

    private static MethodHandle handle(Method method, Class<?> result, int n) throws Throwable {
        method.setAccessible(true);
        MethodHandle plain = withStates(MethodHandles.lookup().unreflect(method), method, n);
        if (Modifier.isStatic(method.getModifiers())) {
            plain = MethodHandles.dropArguments(plain, 0, Object.class);
        }
        MethodType wanted = MethodType.methodType(result, Object.class, int.class, Blackhole.class);
        Class<?>[] parameters =
                Arrays.stream(method.getParameterTypes())
                        .filter(type -> !States.is(type))
                        .toArray(Class<?>[]::new);
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

    /** With an object for each parameter that is a state; from the last, as places move. */
    private static MethodHandle withStates(MethodHandle plain, Method method, int n)
            throws Throwable {
        int first = Modifier.isStatic(method.getModifiers()) ? 0 : 1;
        Class<?>[] parameters = method.getParameterTypes();
        MethodHandle bound = plain;
        for (int i = parameters.length - 1; i >= 0; i--) {
            if (States.is(parameters[i])) {
                bound =
                        MethodHandles.insertArguments(
                                bound, first + i, States.make(parameters[i], n));
            }
        }
        return bound;
    }

    /** Calls it once, without a clock. */
    Object call(Blackhole hole) throws Throwable {
        return handle.invoke(receiver, n, hole);
    }
}
