package dev.interleave.agent.trace;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.BiConsumer;
import jdk.internal.misc.Unsafe;

/**
 * The one class that rewritten code calls. It is defined in {@code java.lang}, because the JDK's
 * own classes cannot see ours; while its only field is null a call does nothing.
 */
final class HookClass {

    private static final String NAME = "java/lang/InterleaveTrace";
    private static final String FIELD = "sinks";
    private static final String METHOD = "on";
    private static final ClassDesc DESC = ClassDesc.ofInternalName(NAME);
    private static final ClassDesc SINK = ClassDesc.of(BiConsumer.class.getName());
    private static final ClassDesc SINKS = SINK.arrayType();
    private static final MethodTypeDesc CALL =
            MethodTypeDesc.of(CD_void, CD_int, CD_Object, CD_Object);
    private static final MethodTypeDesc ACCEPT = MethodTypeDesc.of(CD_void, CD_Object, CD_Object);
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private final Object base;
    private final long offset;

    private HookClass(Class<?> type) throws NoSuchFieldException {
        var field = type.getField(FIELD);
        this.base = UNSAFE.staticFieldBase(field);
        this.offset = UNSAFE.staticFieldOffset(field);
    }

    /** Defines the class; once in a JVM. */
    static HookClass define() throws NoSuchFieldException {
        byte[] bytes = bytes();
        Class<?> type = UNSAFE.defineClass(NAME, bytes, 0, bytes.length, null, null);
        UNSAFE.ensureClassInitialized(type);
        return new HookClass(type);
    }

    /** Connects the calls to one sink for each kind, or to nothing. */
    void connect(BiConsumer<Object, Object>[] sinks) {
        UNSAFE.putReferenceVolatile(base, offset, sinks);
    }

    /**
     * Appends a call; the two objects that it takes are on the stack.
     *
     * @param sink ordinal of a kind, or one of {@link Sinks}
     */
    static void call(CodeBuilder code, int sink) {
        code.loadConstant(sink).dup_x2().pop();
        code.invokestatic(DESC, METHOD, CALL);
    }

    private static byte[] bytes() {
        int shared = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
        return ClassFile.of()
                .build(
                        DESC,
                        type ->
                                type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL)
                                        .withField(FIELD, SINKS, shared | ClassFile.ACC_VOLATILE)
                                        .withMethodBody(METHOD, CALL, shared, HookClass::body));
    }

    private static void body(CodeBuilder code) {
        var none = code.newLabel();
        int sinks = code.allocateLocal(java.lang.classfile.TypeKind.REFERENCE);
        code.getstatic(DESC, FIELD, SINKS)
                .astore(sinks)
                .aload(sinks)
                .ifnull(none)
                .aload(sinks)
                .iload(0)
                .aaload()
                .aload(1)
                .aload(2)
                .invokeinterface(SINK, "accept", ACCEPT)
                .labelBinding(none)
                .return_();
    }
}
