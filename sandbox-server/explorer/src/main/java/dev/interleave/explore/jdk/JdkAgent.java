package dev.interleave.explore.jdk;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rewrites the JDK when the JVM starts with {@code -javaagent}; see {@link JdkFlags}. */
public final class JdkAgent {

    private static volatile BootHook hook;
    private static final Set<String> REWRITTEN = ConcurrentHashMap.newKeySet();
    private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

    private JdkAgent() {}

    /** Called by the JVM before main. */
    public static void premain(String arguments, Instrumentation instrumentation)
            throws UnmodifiableClassException {
        hook = BootHook.define();
        instrumentation.addTransformer(new Transformer(), true);
        var loaded = new ArrayList<Class<?>>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            var ofJdk =
                    type.getClassLoader() == null
                            && JdkRewriter.concerns(type.getName().replace('.', '/'));
            if (ofJdk && instrumentation.isModifiableClass(type)) loaded.add(type);
        }
        instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
    }

    /**
     * The hook in the JDK; throws {@link UnsupportedJdkException} where the JVM runs without the
     * agent.
     */
    static BootHook hook() {
        var present = hook;
        if (present == null) throw new UnsupportedJdkException("the agent (-javaagent)", null);
        return present;
    }

    /** Whether all these classes now read virtual time. */
    static void require(Set<String> internalNames) {
        for (var name : internalNames) {
            try {
                Class.forName(name.replace('/', '.'), true, null);
            } catch (ClassNotFoundException e) {
                throw new UnsupportedJdkException(name, e);
            }
            if (!REWRITTEN.contains(name))
                throw new UnsupportedJdkException("the hook in " + name, null);
        }
        if (!FAILED.isEmpty()) throw new UnsupportedJdkException("the hook in " + FAILED, null);
    }

    private static final class Transformer implements ClassFileTransformer {
        @Override
        public byte[] transform(
                Module module,
                ClassLoader loader,
                String name,
                Class<?> type,
                ProtectionDomain domain,
                byte[] bytes) {
            if (loader != null || name == null || !JdkRewriter.concerns(name)) return null;
            try {
                var rewritten = JdkRewriter.rewrite(name, bytes);
                if (rewritten != null) REWRITTEN.add(name);
                return rewritten;
            } catch (RuntimeException | LinkageError e) {
                FAILED.add(name + " (" + e + ")");
                return null;
            }
        }
    }
}
