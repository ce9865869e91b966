package dev.interleave.agent.trace;

import dev.interleave.wire.ClassFile;
import dev.interleave.wire.TraceEvent.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which methods of JDK 25 say that a thread begins or ends to do something, rewritten to do so. */
final class JdkHooks {

    private static final String VIRTUAL = "java/lang/VirtualThread";
    private static final String THREAD = "java/lang/Thread";
    private static final String OBJECT = "java/lang/Object";
    private static final String LOCKS = "java/util/concurrent/locks/LockSupport";
    private static final String CHANNEL = "sun/nio/ch/SocketChannelImpl";
    private static final String FILE = "sun/nio/ch/FileChannelImpl";
    private static final String SOCKET = "sun/nio/ch/NioSocketImpl";

    private static final List<Hook> OF_THREADS =
            List.of(
                    Hook.at(
                            VIRTUAL,
                            "start(Ljdk/internal/vm/ThreadContainer;)V",
                            Kind.START,
                            Hook.FIRST_TWO),
                    Hook.at(
                            VIRTUAL,
                            "submitRunContinuation(Ljava/util/concurrent/Executor;Z)V",
                            Kind.READY,
                            Hook.FIRST),
                    Hook.at(
                            VIRTUAL,
                            "externalSubmitRunContinuation(Ljava/util/concurrent/ForkJoinPool;)V",
                            Kind.READY,
                            Hook.FIRST),
                    Hook.at(VIRTUAL, "lazySubmitRunContinuation()V", Kind.READY, Hook.FIRST),
                    Hook.at(
                            VIRTUAL,
                            "externalSubmitRunContinuationOrThrow()V",
                            Kind.READY,
                            Hook.FIRST),
                    Hook.at(VIRTUAL, "mount()V", Kind.MOUNT, Hook.FIRST),
                    Hook.after(VIRTUAL, "unmount()V", Kind.UNMOUNT, Hook.FIRST),
                    Hook.around(VIRTUAL, "parkOnCarrierThread(ZJ)V", Kind.PIN, Hook.FIRST),
                    Hook.at(VIRTUAL, "afterDone(Z)V", Kind.END, Hook.FIRST),
                    Hook.at(THREAD, "start()V", Kind.START, Hook.FIRST),
                    Hook.at(
                            THREAD,
                            "start(Ljdk/internal/vm/ThreadContainer;)V",
                            Kind.START,
                            Hook.FIRST_TWO),
                    Hook.at(THREAD, "exit()V", Kind.END, Hook.FIRST),
                    Hook.at(
                            THREAD,
                            "dispatchUncaughtException(Ljava/lang/Throwable;)V",
                            Kind.UNCAUGHT,
                            Hook.FIRST_TWO),
                    Hook.at(
                            THREAD,
                            "beforeSleep(J)Ljdk/internal/event/ThreadSleepEvent;",
                            Kind.SLEEP,
                            Hook.NOTHING),
                    Hook.at(
                            THREAD,
                            "afterSleep(Ljdk/internal/event/ThreadSleepEvent;)V",
                            Kind.SLEEP_END,
                            Hook.NOTHING),
                    Hook.around(THREAD, "join(J)V", Kind.JOIN, Hook.FIRST),
                    Hook.around(OBJECT, "wait(J)V", Kind.WAIT, Hook.FIRST),
                    Hook.around(LOCKS, "park()V", Kind.PARK, Hook.NOTHING),
                    Hook.around(LOCKS, "parkNanos(J)V", Kind.PARK, Hook.NOTHING),
                    Hook.around(LOCKS, "parkUntil(J)V", Kind.PARK, Hook.NOTHING),
                    Hook.around(LOCKS, "park(Ljava/lang/Object;)V", Kind.PARK, Hook.FIRST),
                    Hook.around(LOCKS, "parkNanos(Ljava/lang/Object;J)V", Kind.PARK, Hook.FIRST),
                    Hook.around(LOCKS, "parkUntil(Ljava/lang/Object;J)V", Kind.PARK, Hook.FIRST),
                    Hook.at(LOCKS, "unpark(Ljava/lang/Thread;)V", Kind.UNPARK, Hook.FIRST),
                    socket("read([BII)I", "socket, reading"),
                    socket("write([BII)V", "socket, writing"),
                    socket("connect(Ljava/net/SocketAddress;I)V", "socket, connecting"),
                    socket("accept(Ljava/net/SocketImpl;)V", "socket, accepting"),
                    io(CHANNEL, "read(Ljava/nio/ByteBuffer;)I", "socket, reading"),
                    io(CHANNEL, "write(Ljava/nio/ByteBuffer;)I", "socket, writing"),
                    io(CHANNEL, "connect(Ljava/net/SocketAddress;)Z", "socket, connecting"),
                    io(
                            "sun/nio/ch/ServerSocketChannelImpl",
                            "accept()Ljava/nio/channels/SocketChannel;",
                            "socket, accepting"),
                    io(FILE, "read(Ljava/nio/ByteBuffer;)I", "file, reading"),
                    io(FILE, "write(Ljava/nio/ByteBuffer;)I", "file, writing"),
                    io("java/io/FileInputStream", "read([BII)I", "file, reading"),
                    io("java/io/FileOutputStream", "write([BII)V", "file, writing"));

    private static final List<Hook> HOOKS =
            Stream.of(
                            OF_THREADS,
                            TaskHooks.OF_EXECUTORS,
                            TaskHooks.OF_SCOPES,
                            StageHooks.ALL,
                            ForkHooks.ALL)
                    .flatMap(List::stream)
                    .toList();

    private JdkHooks() {}

    private static Hook io(String type, String method, String what) {
        return Hook.around(type, method, Kind.IO, code -> code.loadConstant(what).aconst_null());
    }

    private static Hook socket(String method, String what) {
        return io(SOCKET, method, what);
    }

    /**
     * The classes with their hooks.
     *
     * @throws IllegalStateException if this JDK lacks one of the methods
     */
    static List<ClassFile> rewritten() throws IOException {
        List<ClassFile> files = new ArrayList<>();
        for (String type : HOOKS.stream().map(Hook::type).distinct().toList()) {
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
                                                        hook.enter(), hook.exit(), hook.guarded()));
                                    } else {
                                        builder.with(element);
                                    }
                                }));
        long wanted = HOOKS.stream().filter(hook -> hook.type().equals(type)).count();
        if (found.size() != wanted) {
            throw new IllegalStateException(type + " is not the one of JDK 25");
        }
        return rewritten;
    }

    private static Hook hook(String type, MethodModel method) {
        String signature = method.methodName().stringValue() + method.methodType().stringValue();
        for (Hook hook : HOOKS) {
            if (hook.type().equals(type) && hook.method().equals(signature)) {
                return hook;
            }
        }
        return null;
    }
}
