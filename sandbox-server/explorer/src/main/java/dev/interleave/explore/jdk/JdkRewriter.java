package dev.interleave.explore.jdk;

import static java.lang.constant.ConstantDescs.CD_String;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.Set;

/**
 * Makes the JDK's own waiting code read virtual time, its default thread factory make virtual
 * threads, its random numbers and its sets of threads the same in each replay, and the text of a
 * thread tell no more about its kind than the submission may know. Nothing else of the JDK is
 * touched.
 */
final class JdkRewriter {

    private static final String FACTORY = "java/util/concurrent/Executors$DefaultThreadFactory";
    private static final String RANDOM = "java/util/concurrent/ThreadLocalRandom";
    private static final String VIRTUAL_THREAD = "java/lang/VirtualThread";
    private static final String SCOPE = "java/util/concurrent/StructuredTaskScopeImpl";
    private static final String CLOCK = "java/time/Clock";

    /**
     * Where the JDK reads a clock, with the classes nested in them; no more, for rewriting itself
     * uses the JDK.
     */
    private static final Set<String> CONCERNED =
            Set.of(
                    "java/lang/Thread",
                    VIRTUAL_THREAD,
                    "java/time/Clock",
                    "java/util/Date",
                    "java/util/concurrent/AbstractExecutorService",
                    "java/util/concurrent/CompletableFuture",
                    "java/util/concurrent/Exchanger",
                    "java/util/concurrent/FutureTask",
                    "java/util/concurrent/LinkedTransferQueue",
                    "java/util/concurrent/Phaser",
                    "java/util/concurrent/ScheduledThreadPoolExecutor",
                    "java/util/concurrent/StructuredTaskScopeImpl",
                    "java/util/concurrent/ThreadPerTaskExecutor",
                    "java/util/concurrent/locks/AbstractQueuedLongSynchronizer",
                    "java/util/concurrent/locks/AbstractQueuedSynchronizer",
                    "java/util/concurrent/locks/StampedLock");

    private JdkRewriter() {}

    /** Whether a class of the boot loader may need rewriting. */
    static boolean concerns(String internalName) {
        if (internalName.equals(FACTORY) || internalName.equals(RANDOM)) return true;
        var nested = internalName.indexOf('$');
        return CONCERNED.contains(nested < 0 ? internalName : internalName.substring(0, nested));
    }

    /** The rewritten class, or null if there was nothing to rewrite. */
    static byte[] rewrite(String internalName, byte[] bytes) {
        var classFile = ClassFile.of(ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED);
        var hits = new int[1];
        var rewritten =
                classFile.transformClass(
                        classFile.parse(bytes),
                        ClassTransform.transformingMethods(
                                method -> method.code().isPresent(),
                                (builder, element) -> {
                                    if (element instanceof CodeModel code) {
                                        var method = code.parent().orElseThrow();
                                        builder.transformCode(
                                                code, new Redirect(internalName, method, hits));
                                    } else {
                                        builder.with(element);
                                    }
                                }));
        return hits[0] == 0 ? null : rewritten;
    }

    private record Redirect(String className, MethodModel method, int[] hits)
            implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            var name = method.methodName().stringValue();
            if (name.equals("parkOnCarrierThread")) {
                hits[0]++;
                code.invokestatic(BootHook.NAME, "pinned", BootHook.NOTHING);
            } else if (className.equals(FACTORY) && name.equals("newThread")) {
                code.aload(1).invokestatic(BootHook.NAME, "newThread", BootHook.ANSWER);
                returnUnlessNull(code, ClassDesc.of("java.lang.Thread"));
            } else if (className.equals(VIRTUAL_THREAD) && name.equals("toString")) {
                code.aload(0).invokestatic(BootHook.NAME, "threadText", BootHook.ANSWER);
                returnUnlessNull(code, CD_String);
            } else if (className.equals(CLOCK) && name.equals("currentInstant")) {
                code.invokestatic(BootHook.NAME, "instant", BootHook.OBJECT);
                returnUnlessNull(code, ClassDesc.of("java.time.Instant"));
            }
        }

        private void returnUnlessNull(CodeBuilder code, ClassDesc type) {
            hits[0]++;
            var none = code.newLabel();
            code.checkcast(type).dup().ifnull(none).areturn().labelBinding(none).pop();
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeInstruction call && readsClock(call)) {
                hits[0]++;
                code.invokestatic(BootHook.NAME, call.name().stringValue(), BootHook.CLOCK);
            } else if (element instanceof InvokeInstruction call
                    && className.equals(SCOPE)
                    && call.name().equalsString("schedule")) {
                hits[0]++;
                code.invokestatic(BootHook.NAME, "schedule", BootHook.SCHEDULE);
            } else if (element instanceof InvokeInstruction call
                    && (className.equals(RANDOM) || isHashOfThread())
                    && call.name().equalsString("threadId")) {
                // Random numbers, and the order of the threads in a hash set, such as an executor
                // has, must not depend on how many threads there were before.
                hits[0]++;
                code.pop().lconst_1();
            } else {
                code.with(element);
            }
        }

        private boolean isHashOfThread() {
            return className.equals(VIRTUAL_THREAD) && method.methodName().equalsString("hashCode");
        }

        private static boolean readsClock(InvokeInstruction call) {
            return call.opcode() == Opcode.INVOKESTATIC
                    && call.owner().asInternalName().equals("java/lang/System")
                    && (call.name().equalsString("nanoTime")
                            || call.name().equalsString("currentTimeMillis"));
        }
    }
}
