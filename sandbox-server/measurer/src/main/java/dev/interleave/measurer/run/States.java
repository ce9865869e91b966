package dev.interleave.measurer.run;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.State;

/** Objects that JMH would make for a benchmark, with the first value of each parameter. */
final class States {

    private States() {}

    static boolean is(Class<?> type) {
        return type.isAnnotationPresent(State.class);
    }

    /** Makes one and sets it up. */
    static Object make(Class<?> type, int n) throws Throwable {
        Object state = Target.make(type);
        fill(type, state);
        new SetUp(type, state).call(n);
        return state;
    }

    /** Gives each parameter its first value; before it is set up. */
    static void fill(Class<?> type, Object state) throws IllegalAccessException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                Param param = field.getAnnotation(Param.class);
                if (param != null && (state != null || Modifier.isStatic(field.getModifiers()))) {
                    field.setAccessible(true);
                    field.set(state, value(field.getType(), param.value()[0]));
                }
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the text is none of the type's values
     */
    private static Object value(Class<?> type, String text) {
        boolean blank = text.equals(Param.BLANK_ARGS);
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (blank || ((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
        }
        return switch (type.getSimpleName()) {
            case "String" -> text;
            case "int", "Integer" -> Integer.valueOf(text);
            case "long", "Long" -> Long.valueOf(text);
            case "double", "Double" -> Double.valueOf(text);
            case "float", "Float" -> Float.valueOf(text);
            case "short", "Short" -> Short.valueOf(text);
            case "byte", "Byte" -> Byte.valueOf(text);
            case "boolean", "Boolean" -> !blank && Boolean.parseBoolean(text);
            case "char", "Character" -> text.charAt(0);
            default ->
                    throw new IllegalArgumentException(
                            "@Param \"" + text + "\" is no value of the type " + type.getName());
        };
    }
}
