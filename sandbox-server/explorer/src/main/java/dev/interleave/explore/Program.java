package dev.interleave.explore;

import dev.interleave.explore.weave.StaticState;
import dev.interleave.explore.weave.Weaver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A submission and the scenarios that use it, woven and ready to be explored.
 *
 * <p>Threading: immutable.
 */
public final class Program {

    private final Map<String, byte[]> woven;
    private final ClassLoader parent;
    private final boolean needsNewClasses;
    private final ClassLoader shared;

    private Program(Map<String, byte[]> woven, ClassLoader parent, boolean needsNewClasses) {
        this.woven = woven;
        this.parent = parent;
        this.needsNewClasses = needsNewClasses;
        this.shared = new Loader(woven, parent);
    }

    /**
     * Weaves a program.
     *
     * @param submission class files of the submission by binary name
     * @param tests class files of the scenarios by binary name
     * @param libraries loads whatever else they use
     */
    public static Program of(
            Map<String, byte[]> submission, Map<String, byte[]> tests, ClassLoader libraries) {
        return of(submission, tests, libraries, false);
    }

    /** A program without scenarios, whose replays show what is read and written. */
    static Program withValues(Map<String, byte[]> classes, ClassLoader libraries) {
        return of(classes, Map.of(), libraries, true);
    }

    private static Program of(
            Map<String, byte[]> submission,
            Map<String, byte[]> tests,
            ClassLoader libraries,
            boolean showsValues) {
        var all = new HashMap<>(submission);
        all.putAll(tests);
        var woven = Weaver.weave(all, submission::containsKey, libraries, showsValues);
        return new Program(woven, libraries, StaticState.needsNewClasses(all.values()));
    }

    /** The class files that run. */
    public Map<String, byte[]> classes() {
        return Map.copyOf(woven);
    }

    /** The scenarios of a class, ordered by name. */
    public List<NamedScenario> scenarios(String className) {
        return Arrays.stream(load(shared, className).getMethods())
                .filter(method -> method.isAnnotationPresent(Explore.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> scenario(className, method))
                .toList();
    }

    private NamedScenario scenario(String className, Method method) {
        if (!Arrays.equals(method.getParameterTypes(), new Class<?>[] {Run.class})) {
            throw new IllegalArgumentException(
                    "%s must have one parameter, a Run".formatted(method));
        }
        var explore = method.getAnnotation(Explore.class);
        var name = method.getName();
        return new NamedScenario(name, method, explore, () -> bind(className, name));
    }

    /**
     * A scenario that makes its object in the run, because its constructor may already use the
     * submission.
     */
    private Scenario bind(String className, String name) {
        var loader = loader();
        return run -> {
            var type = load(loader, className);
            try {
                var method = type.getMethod(name, Run.class);
                method.setAccessible(true);
                var isStatic = Modifier.isStatic(method.getModifiers());
                method.invoke(isStatic ? null : type.getConstructor().newInstance(), run);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
    }

    /** Loads classes that have kept nothing of earlier runs, or forget it in the next one. */
    ClassLoader loader() {
        return needsNewClasses ? new Loader(woven, parent) : shared;
    }

    static Class<?> load(ClassLoader loader, String className) {
        try {
            return loader.loadClass(className);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("No class " + className, e);
        }
    }

    /** Defines the woven classes, and leaves all others to the parent. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            var bytes = classes.get(name);
            if (bytes == null) return super.loadClass(name, resolve);
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
