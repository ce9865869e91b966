package dev.interleave.explore.jdk;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The one class that rewritten JDK code calls. It is made here and defined in {@code java.lang},
 * because the JDK's own classes cannot see ours; its fields are filled from outside, and empty ones
 * leave the JDK as it is.
 */
final class BootHook {

    static final ClassDesc NAME = ClassDesc.of("java.lang.InterleaveHook");
    static final MethodTypeDesc CLOCK = MethodTypeDesc.of(CD_long);
    static final MethodTypeDesc OBJECT = MethodTypeDesc.of(CD_Object);
    static final MethodTypeDesc NOTHING = MethodTypeDesc.of(CD_void);
    static final MethodTypeDesc SCHEDULE =
            MethodTypeDesc.of(
                    ClassDesc.of("java.util.concurrent.ScheduledFuture"),
                    ClassDesc.of("java.util.concurrent.ForkJoinPool"),
                    ClassDesc.of("java.lang.Runnable"),
                    CD_long,
                    ClassDesc.of("java.util.concurrent.TimeUnit"));
    static final MethodTypeDesc ANSWER = MethodTypeDesc.of(CD_Object, CD_Object);

    private static final ClassDesc RUNNABLE = ClassDesc.of("java.lang.Runnable");
    private static final ClassDesc SCHEDULER =
            ClassDesc.of(ScheduledExecutorService.class.getName());
    private static final ClassDesc POOL = ClassDesc.of("java.util.concurrent.ForkJoinPool");
    private static final ClassDesc SUPPLIER = ClassDesc.of(Supplier.class.getName());
    private static final ClassDesc OPERATOR = ClassDesc.of(UnaryOperator.class.getName());
    private static final ClassDesc LONG_SUPPLIER = ClassDesc.of(LongSupplier.class.getName());
    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

    private final Class<?> type;

    private BootHook(Class<?> type) {
        this.type = type;
    }

    /** Defines the class; once in a JVM. */
    static BootHook define() {
        try {
            var lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
            return new BootHook(lookup.defineClass(bytes()));
        } catch (IllegalAccessException | LinkageError e) {
            throw new UnsupportedJdkException("access to java.lang", e);
        }
    }

    void nanoTime(LongSupplier nanos) {
        set("nanoTime", nanos);
    }

    void currentTimeMillis(LongSupplier millis) {
        set("currentTimeMillis", millis);
    }

    /** Gives the present instant, or null for the JDK's own. */
    void instant(Supplier<Object> instant) {
        set("instant", instant);
    }

    /** Gives a thread for a Runnable, or null for the JDK's own. */
    void newThread(UnaryOperator<Object> factory) {
        set("newThread", factory);
    }

    /** Gives the text of a virtual thread, or null for the JDK's own. */
    void threadText(UnaryOperator<Object> texts) {
        set("threadText", texts);
    }

    /** Called when a virtual thread is about to block its carrier. */
    void pinned(Runnable listener) {
        set("pinned", listener);
    }

    /** Takes what the JDK would have the common pool do later. */
    void scheduler(ScheduledExecutorService scheduler) {
        set("scheduler", scheduler);
    }

    private void set(String field, Object value) {
        try {
            type.getField(field).set(null, value);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedJdkException("the hook in java.lang", e);
        }
    }

    private static byte[] bytes() {
        return ClassFile.of()
                .build(
                        NAME,
                        builder -> {
                            builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
                            var volatileField = PUBLIC_STATIC | ClassFile.ACC_VOLATILE;
                            builder.withField("nanoTime", LONG_SUPPLIER, volatileField);
                            builder.withField("currentTimeMillis", LONG_SUPPLIER, volatileField);
                            builder.withField("instant", SUPPLIER, volatileField);
                            builder.withField("newThread", OPERATOR, volatileField);
                            builder.withField("threadText", OPERATOR, volatileField);
                            builder.withField("scheduler", SCHEDULER, volatileField);
                            builder.withMethodBody(
                                    "schedule", SCHEDULE, PUBLIC_STATIC, BootHook::scheduleBody);
                            builder.withField("pinned", RUNNABLE, volatileField);
                            builder.withMethodBody(
                                    "pinned", NOTHING, PUBLIC_STATIC, BootHook::pinnedBody);
                            builder.withMethodBody(
                                    "nanoTime",
                                    CLOCK,
                                    PUBLIC_STATIC,
                                    code -> clock(code, "nanoTime"));
                            builder.withMethodBody(
                                    "currentTimeMillis",
                                    CLOCK,
                                    PUBLIC_STATIC,
                                    code -> clock(code, "currentTimeMillis"));
                            builder.withMethodBody(
                                    "instant", OBJECT, PUBLIC_STATIC, BootHook::instantBody);
                            builder.withMethodBody(
                                    "newThread",
                                    ANSWER,
                                    PUBLIC_STATIC,
                                    code -> answer(code, "newThread"));
                            builder.withMethodBody(
                                    "threadText",
                                    ANSWER,
                                    PUBLIC_STATIC,
                                    code -> answer(code, "threadText"));
                        });
    }

    private static void clock(CodeBuilder code, String name) {
        var real = code.newLabel();
        code.getstatic(NAME, name, LONG_SUPPLIER)
                .dup()
                .ifnull(real)
                .invokeinterface(LONG_SUPPLIER, "getAsLong", CLOCK)
                .lreturn()
                .labelBinding(real)
                .pop()
                .invokestatic(SYSTEM, name, CLOCK)
                .lreturn();
    }

    private static void instantBody(CodeBuilder code) {
        var none = code.newLabel();
        code.getstatic(NAME, "instant", SUPPLIER)
                .dup()
                .ifnull(none)
                .invokeinterface(SUPPLIER, "get", OBJECT)
                .labelBinding(none)
                .areturn();
    }

    private static void pinnedBody(CodeBuilder code) {
        var none = code.newLabel();
        code.getstatic(NAME, "pinned", RUNNABLE)
                .dup()
                .ifnull(none)
                .invokeinterface(RUNNABLE, "run", NOTHING)
                .return_()
                .labelBinding(none)
                .pop()
                .return_();
    }

    private static void scheduleBody(CodeBuilder code) {
        var none = code.newLabel();
        code.getstatic(NAME, "scheduler", SCHEDULER)
                .ifnull(none)
                .getstatic(NAME, "scheduler", SCHEDULER)
                .aload(1)
                .lload(2)
                .aload(4)
                .invokeinterface(SCHEDULER, "schedule", SCHEDULE.dropParameterTypes(0, 1))
                .areturn()
                .labelBinding(none)
                .aload(0)
                .aload(1)
                .lload(2)
                .aload(4)
                .invokevirtual(POOL, "schedule", SCHEDULE.dropParameterTypes(0, 1))
                .areturn();
    }

    private static void answer(CodeBuilder code, String name) {
        var none = code.newLabel();
        code.getstatic(NAME, name, OPERATOR)
                .dup()
                .ifnull(none)
                .aload(0)
                .invokeinterface(ClassDesc.of("java.util.function.Function"), "apply", ANSWER)
                .areturn()
                .labelBinding(none)
                .areturn();
    }
}
