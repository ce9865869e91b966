package dev.interleave.explore.guard;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a submission may name. All that is not listed is forbidden: reflection, files, sockets,
 * processes, class loaders, the grader itself.
 *
 * <p>Threading: immutable.
 */
public final class AllowList {

    private static final String UNCONTROLLED =
            "it would run on threads of the JVM, whose schedules cannot be explored";
    private static final Pattern CLASSES =
            Pattern.compile(
                    String.join(
                            "|",
                            "java/lang/(Object|String|CharSequence|StringBuilder|StringBuffer|Math|StrictMath|Number|Byte|Short|Integer"
                                + "|Long|Float|Double|Boolean|Character|Void|Iterable|Runnable|AutoCloseable|Comparable|Cloneable"
                                + "|Record|Enum|Enum\\$EnumDesc|Thread|Thread\\$(Builder|State|UncaughtExceptionHandler)(\\$\\w+)?"
                                + "|ThreadLocal|InheritableThreadLocal|ScopedValue(\\$\\w+)?|System|Class|Deprecated|Override"
                                + "|SafeVarargs|FunctionalInterface|SuppressWarnings|MatchException|Throwable|\\w*(Exception|Error))",
                            "java/lang/invoke/(LambdaMetafactory|StringConcatFactory|VarHandle(\\$\\w+)?|MethodHandles|CallSite"
                                + "|MethodHandles\\$Lookup|MethodHandle|MethodType|TypeDescriptor|ConstantBootstraps)",
                            "java/lang/runtime/(ObjectMethods|SwitchBootstraps)",
                            "java/lang/annotation/\\w+",
                            "java/lang/ref/(Weak|Soft)Reference",
                            "java/math/\\w+",
                            "java/time/((chrono|format|temporal|zone)/)?\\w+(\\$\\w+)*",
                            "java/util/(function|stream|random)/\\w+(\\$\\w+)*",
                            "java/util/concurrent/((locks|atomic)/)?\\w+(\\$\\w+)*",
                            "java/util/(Abstract|Array|Base64|BitSet|Calendar|Collection|Comparator|Comparators|Concurrent|Currency"
                                + "|Date|Deque|Dictionary|DoubleSummary|Duplicate|EmptyStack|Enum|Enumeration|Hash|HexFormat|Identity"
                                + "|Illegal|Input|IntSummary|Iterator|Linked|List|Long|Map|Missing|Navigable|NoSuchElement"
                                + "|Objects|Optional|PrimitiveIterator|PriorityQueue|Queue|Random|Sequenced|Set|Sorted|Splittable"
                                + "|Spliterator|Stack|String|Tree|UUID|Vector|Weak)\\w*(\\$\\w+)*",
                            "java/io/(PrintStream|Serializable|Closeable|IOException|UncheckedIOException)"));
    private static final Map<String, String> REASONS =
            Map.of(
                    "java/util/concurrent/ForkJoinPool", UNCONTROLLED,
                    "java/util/concurrent/ForkJoinTask", UNCONTROLLED,
                    "java/util/concurrent/ForkJoinWorkerThread", UNCONTROLLED,
                    "java/util/concurrent/RecursiveTask", UNCONTROLLED,
                    "java/util/concurrent/RecursiveAction", UNCONTROLLED,
                    "java/util/concurrent/CountedCompleter", UNCONTROLLED,
                    "java/util/concurrent/SubmissionPublisher", UNCONTROLLED,
                    "java/util/Timer", UNCONTROLLED,
                    "java/util/TimerTask", UNCONTROLLED);
    private static final Set<String> COMMON_POOL =
            Set.of(
                    "parallel",
                    "parallelStream",
                    "commonPool",
                    "newWorkStealingPool",
                    "parallelSort",
                    "parallelSetAll",
                    "parallelPrefix");
    private static final Map<String, Pattern> MEMBERS =
            Map.of(
                    "java/lang/System",
                            Pattern.compile(
                                    "nanoTime|currentTimeMillis|arraycopy|identityHashCode|lineSeparator|out|err"),
                    "java/lang/Class",
                            Pattern.compile(
                                    "getSimpleName|getName|desiredAssertionStatus|isInstance|cast|hashCode|equals|toString|getEnumConstants"),
                    "java/lang/Thread",
                            Pattern.compile(
                                    "<init>|start|run|join|sleep|yield|onSpinWait|currentThread|interrupt|interrupted"
                                        + "|isInterrupted|isAlive|isVirtual|isDaemon|setDaemon|getName|setName|threadId|getId"
                                        + "|getState|ofVirtual|ofPlatform|startVirtualThread|holdsLock|getPriority|setPriority"
                                        + "|hashCode|equals|toString|MIN_PRIORITY|NORM_PRIORITY|MAX_PRIORITY"),
                    "java/lang/Throwable",
                            Pattern.compile(
                                    "<init>|getMessage|getLocalizedMessage|getCause|initCause|addSuppressed"
                                        + "|getSuppressed|toString|hashCode|equals"),
                    "java/lang/invoke/MethodHandles",
                            Pattern.compile("lookup|arrayElementVarHandle"),
                    "java/lang/invoke/MethodHandles$Lookup",
                            Pattern.compile("findVarHandle|findStaticVarHandle"),
                    "java/lang/invoke/MethodHandle", Pattern.compile("(?!)"),
                    "java/lang/invoke/MethodType", Pattern.compile("(?!)"),
                    "java/lang/invoke/ConstantBootstraps", Pattern.compile("(?!)"),
                    "java/io/PrintStream", Pattern.compile("print|println|printf|format|flush"));

    private final Predicate<String> more;

    private AllowList(Predicate<String> more) {
        this.more = more;
    }

    /**
     * What exercises on concurrency need of {@code java.lang}, {@code java.util} and {@code
     * java.util.concurrent}.
     */
    public static AllowList standard() {
        return new AllowList(_ -> false);
    }

    /** This list and the classes, by binary name, of an exercise's own files. */
    public AllowList and(Set<String> classes) {
        var names = Set.copyOf(classes);
        return new AllowList(name -> more.test(name) || names.contains(name.replace('/', '.')));
    }

    /** Why a class may not be named; null if it may. */
    String refusal(String internalName) {
        var outer =
                internalName.contains("$")
                        ? internalName.substring(0, internalName.indexOf('$'))
                        : internalName;
        if (REASONS.containsKey(outer)) return REASONS.get(outer);
        if (more.test(internalName) || CLASSES.matcher(internalName).matches()) return null;
        return "it is not among the classes that this exercise allows";
    }

    /** Why a member of a class of the JDK may not be named; null if it may. */
    String refusal(String internalName, String member) {
        if (COMMON_POOL.contains(member)) return UNCONTROLLED;
        var allowed = MEMBERS.get(internalName);
        if (allowed == null && internalName.matches("java/lang/\\w*(Exception|Error)")) {
            allowed = MEMBERS.get("java/lang/Throwable");
        }
        if (allowed != null && !allowed.matcher(member).matches()) {
            return "it is not among the methods that this exercise allows";
        }
        return switch (member) {
            case "getStackTrace",
                    "printStackTrace",
                    "getClassLoader",
                    "setDefaultUncaughtExceptionHandler",
                    "getResource" ->
                    "it reaches beyond the submission";
            default -> null;
        };
    }
}
