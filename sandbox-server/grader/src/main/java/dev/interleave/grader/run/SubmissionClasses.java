package dev.interleave.grader.run;

import dev.interleave.grader.message.CompiledClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes of a submission and of the tests, side by side, so that tests can use what is not
 * public. That the submission's classes name nothing but each other and harmless parts of the JDK
 * was checked by the judge.
 *
 * <p>Threading: as class loaders are.
 */
final class SubmissionClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes = new HashMap<>();
    private final Set<String> submission;

    /**
     * @param submission the names of those that are the submission's
     */
    SubmissionClasses(List<CompiledClass> files, List<String> submission) {
        super("submission", SubmissionClasses.class.getClassLoader());
        this.submission = Set.copyOf(submission);
        for (CompiledClass file : files) {
            boolean theirs = this.submission.contains(file.name());
            classes.put(file.name(), (theirs ? Equality.guard(file) : file).bytes());
        }
    }

    /** Whether a class is the submission's, and not a test's or anybody else's. */
    static boolean isOfSubmission(Class<?> type) {
        return type.getClassLoader() instanceof SubmissionClasses loader
                && loader.submission.contains(type.getName());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
