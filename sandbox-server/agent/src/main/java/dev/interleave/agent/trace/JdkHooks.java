package dev.interleave.agent.trace;

import dev.interleave.wire.ClassFile;
import dev.interleave.wire.TraceEvent.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which methods of JDK 25 say that a thread begins or ends to do something, rewritten to do so. */
final class JdkHooks {

    private static final Consumer<CodeBuilder> NOTHING = code -> code.aconst_null().aconst_null();
    private static final Consumer<CodeBuilder> FIRST = code -> code.aload(0).aconst_null();
    private static final Consumer<CodeBuilder> FIRST_TWO = code -> code.aload(0).aload(1);

    /**
     * @param type internal name
     * @param method name and descriptor
     * @param enter is told at its start; null for nothing
     * @param exit is told at its end; null for nothing
     * @param guarded whether it can end with an exception that the end must be told of too
     * @param arguments puts the two objects that are told on the stack
     */
    private record Hook(
            String type,
            String method,
            Kind enter,
            Kind exit,
            boolean guarded,
            Consumer<CodeBuilder> arguments) {

        static Hook at(String type, String method, Kind kind, Consumer<CodeBuilder> arguments) {
            return new Hook(type, method, kind, null, false, arguments);
        }

        static Hook around(
                String type, String method, Kind enter, Consumer<CodeBuilder> arguments) {
            Kind exit = Kind.values()[enter.ordinal() + 1];
            return new Hook(type, method, enter, exit, true, arguments);
        }
    }

    private static final String VIRTUAL = "java/lang/VirtualThread";
    private static final String THREAD = "java/lang/Thread";
    private static final String OBJECT = "java/lang/Object";
    private static final String LOCKS = "java/util/concurrent/locks/LockSupport";
    private static final String SOCKET = "sun/nio/ch/NioSocketImpl";

    private static final List<Hook> HOOKS =
            List.of(
                    Hook.at(
                            VIRTUAL,
                            "start(Ljdk/internal/vm/ThreadContainer;)V",
                            Kind.START,
                            FIRST_TWO),
                    Hook.at(
                            VIRTUAL,
                            "submitRunContinuation(Ljava/util/concurrent/Executor;Z)V",
                            Kind.READY,
                            FIRST),
                    Hook.at(
                            VIRTUAL,
                            "externalSubmitRunContinuation(Ljava/util/concurrent/ForkJoinPool;)V",
                            Kind.READY,
                            FIRST),
                    Hook.at(VIRTUAL, "lazySubmitRunContinuation()V", Kind.READY, FIRST),
                    Hook.at(VIRTUAL, "externalSubmitRunContinuationOrThrow()V", Kind.READY, FIRST),
                    Hook.at(VIRTUAL, "mount()V", Kind.MOUNT, FIRST),
                    new Hook(VIRTUAL, "unmount()V", null, Kind.UNMOUNT, false, FIRST),
                    Hook.around(VIRTUAL, "parkOnCarrierThread(ZJ)V", Kind.PIN, FIRST),
                    Hook.at(VIRTUAL, "afterDone(Z)V", Kind.END, FIRST),
                    Hook.at(THREAD, "start()V", Kind.START, FIRST),
                    Hook.at(
                            THREAD,
                            "start(Ljdk/internal/vm/ThreadContainer;)V",
                            Kind.START,
                            FIRST_TWO),
                    Hook.at(THREAD, "exit()V", Kind.END, FIRST),
                    Hook.at(
                            THREAD,
                            "beforeSleep(J)Ljdk/internal/event/ThreadSleepEvent;",
                            Kind.SLEEP,
                            NOTHING),
                    Hook.at(
                            THREAD,
                            "afterSleep(Ljdk/internal/event/ThreadSleepEvent;)V",
                            Kind.SLEEP_END,
                            NOTHING),
                    Hook.around(THREAD, "join(J)V", Kind.JOIN, FIRST),
                    Hook.around(OBJECT, "wait(J)V", Kind.WAIT, FIRST),
                    Hook.around(LOCKS, "park()V", Kind.PARK, NOTHING),
                    Hook.around(LOCKS, "parkNanos(J)V", Kind.PARK, NOTHING),
                    Hook.around(LOCKS, "parkUntil(J)V", Kind.PARK, NOTHING),
                    Hook.around(LOCKS, "park(Ljava/lang/Object;)V", Kind.PARK, FIRST),
                    Hook.around(LOCKS, "parkNanos(Ljava/lang/Object;J)V", Kind.PARK, FIRST),
                    Hook.around(LOCKS, "parkUntil(Ljava/lang/Object;J)V", Kind.PARK, FIRST),
                    Hook.at(LOCKS, "unpark(Ljava/lang/Thread;)V", Kind.UNPARK, FIRST),
                    socket("read([BII)I", "socket, reading"),
                    socket("write([BII)V", "socket, writing"),
                    socket("connect(Ljava/net/SocketAddress;I)V", "socket, connecting"),
                    socket("accept(Ljava/net/SocketImpl;)V", "socket, accepting"));

    private JdkHooks() {}

    private static Hook socket(String method, String what) {
        return Hook.around(SOCKET, method, Kind.IO, code -> code.loadConstant(what).aconst_null());
    }

    /**
     * The classes with their hooks.
     *
     * @throws IllegalStateException if this JDK lacks one of the methods
     */
    static List<ClassFile> rewritten() throws IOException {
        List<ClassFile> files = new ArrayList<>();
        for (String type : List.of(VIRTUAL, THREAD, OBJECT, LOCKS, SOCKET)) {
            files.add(new ClassFile(type, rewrite(type, bytes(type))));
        }
        return files;
    }

    private static byte[] bytes(String type) throws IOException {
        try (InputStream in = Object.class.getModule().getResourceAsStream(type + ".class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] rewrite(String type, byte[] bytes) {
        List<Hook> found = new ArrayList<>();
        var classFile = java.lang.classfile.ClassFile.of();
        byte[] rewritten =
                classFile.transformClass(
                        classFile.parse(bytes),
                        ClassTransform.transformingMethods(
                                method -> hook(type, method) != null,
                                (builder, element) -> {
                                    if (element instanceof CodeModel code) {
                                        Hook hook = hook(type, code.parent().orElseThrow());
                                        found.add(hook);
                                        builder.transformCode(
                                                code,
                                                new Around(
                                                        call(hook, hook.enter),
                                                        call(hook, hook.exit),
                                                        hook.guarded));
                                    } else {
                                        builder.with(element);
                                    }
                                }));
        long wanted = HOOKS.stream().filter(hook -> hook.type.equals(type)).count();
        if (found.size() != wanted) {
            throw new IllegalStateException(type + " is not the one of JDK 25");
        }
        return rewritten;
    }

    private static Hook hook(String type, MethodModel method) {
        String signature = method.methodName().stringValue() + method.methodType().stringValue();
        for (Hook hook : HOOKS) {
            if (hook.type.equals(type) && hook.method.equals(signature)) {
                return hook;
            }
        }
        return null;
    }

    private static Consumer<CodeBuilder> call(Hook hook, Kind kind) {
        return kind == null
                ? _ -> {}
                : code -> {
                    hook.arguments.accept(code);
                    HookClass.call(code, kind.ordinal());
                };
    }
}
