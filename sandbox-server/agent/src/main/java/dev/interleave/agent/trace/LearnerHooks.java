package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent.Kind;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.function.Consumer;

/**
 * Lets a learner's class tell of the monitors that it enters and leaves, of loops that only wait,
 * and of the statement of a cell that it is made of: the JDK's own classes have no method for that.
 * A synchronized method becomes a method with a synchronized block.
 */
final class LearnerHooks {

    private static final String STATEMENT = "do_it$";

    private final ClassFile classFile;

    /**
     * @param hierarchy knows the learner's other classes
     */
    LearnerHooks(ClassHierarchyResolver hierarchy) {
        this.classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                hierarchy.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /** The class with its hooks; the same bytes if it has nothing to tell or is beyond us. */
    byte[] rewrite(byte[] bytes) {
        try {
            ClassModel type = classFile.parse(bytes);
            if (type.methods().stream().noneMatch(LearnerHooks::tells)) {
                return bytes;
            }
            return classFile.transformClass(
                    type,
                    ClassTransform.transformingMethods(
                            LearnerHooks::tells, new OfMethod(type.thisClass().asSymbol())));
        } catch (RuntimeException e) {
            return bytes;
        }
    }

    private static boolean tells(MethodModel method) {
        return isStatement(method)
                || usesMonitor(method)
                || method.code().map(WaitingLoops::isIn).orElse(false);
    }

    /** Whether it is what a cell's statement was compiled to. */
    private static boolean isStatement(MethodModel method) {
        return method.methodName().equalsString(STATEMENT) && firstLine(method) > 0;
    }

    /** Line of the cell at which a method begins, or 0. */
    private static int firstLine(MethodModel method) {
        return method.code().stream()
                .flatMap(CodeModel::elementStream)
                .filter(LineNumber.class::isInstance)
                .mapToInt(number -> ((LineNumber) number).line())
                .findFirst()
                .orElse(0);
    }

    private static boolean usesMonitor(MethodModel method) {
        return method.code().isPresent()
                && (isSynchronized(method)
                        || method.code()
                                .orElseThrow()
                                .elementStream()
                                .anyMatch(MonitorInstruction.class::isInstance));
    }

    private static boolean isSynchronized(MethodModel method) {
        return method.flags().has(AccessFlag.SYNCHRONIZED);
    }

    private record OfMethod(ClassDesc type) implements MethodTransform {

        @Override
        public void accept(
                java.lang.classfile.MethodBuilder builder,
                java.lang.classfile.MethodElement element) {
            switch (element) {
                case AccessFlags flags when flags.has(AccessFlag.SYNCHRONIZED) ->
                        builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_SYNCHRONIZED);
                case CodeModel code -> {
                    MethodModel method = code.parent().orElseThrow();
                    CodeTransform inside = WaitingLoops.of(code).andThen(new Blocks());
                    if (isStatement(method)) {
                        inside = inside.andThen(new Statement(firstLine(method)));
                    }
                    builder.transformCode(
                            code, isSynchronized(method) ? inside.andThen(whole(method)) : inside);
                }
                default -> builder.with(element);
            }
        }

        /** The whole method in a block that is synchronized. */
        private CodeTransform whole(MethodModel method) {
            boolean ofClass = method.flags().has(AccessFlag.STATIC);
            Consumer<CodeBuilder> lock =
                    ofClass ? code -> code.loadConstant(type) : code -> code.aload(0);
            return new WholeMethod(lock, firstLine(method));
        }
    }

    /** Tells where the method begins. */
    private record Statement(int line) implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            code.lineNumber(line).aconst_null();
            tell(code, Kind.STATEMENT.ordinal());
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }

    private static final class WholeMethod implements CodeTransform {

        private final Consumer<CodeBuilder> lock;
        private final int line;
        private Around around;

        /**
         * @param line where the method begins, or 0: who waits to get in is there
         */
        WholeMethod(Consumer<CodeBuilder> lock, int line) {
            this.lock = lock;
            this.line = line;
        }

        @Override
        public void atStart(CodeBuilder code) {
            int slot = code.allocateLocal(TypeKind.REFERENCE);
            if (line > 0) {
                code.lineNumber(line);
            }
            around =
                    new Around(
                            start -> {
                                lock.accept(start);
                                start.dup().astore(slot);
                                enter(start);
                            },
                            end -> exit(end.aload(slot)),
                            true);
            around.atStart(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            around.accept(code, element);
        }

        @Override
        public void atEnd(CodeBuilder code) {
            around.atEnd(code);
        }
    }

    private static final class Blocks implements CodeTransform {

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case MonitorInstruction monitor when monitor.opcode() == Opcode.MONITORENTER ->
                        enter(code);
                case MonitorInstruction _ -> exit(code);
                default -> code.with(element);
            }
        }
    }

    /** Enters the monitor of the object on the stack, and tells before and after. */
    private static void enter(CodeBuilder code) {
        code.dup().dup();
        tell(code, Kind.MONITOR.ordinal());
        code.monitorenter();
        tell(code, Kind.MONITOR_END.ordinal());
    }

    private static void exit(CodeBuilder code) {
        code.dup().monitorexit();
        tell(code, Sinks.MONITOR_LEFT);
    }

    private static void tell(CodeBuilder code, int sink) {
        code.aconst_null();
        HookClass.call(code, sink);
    }
}
