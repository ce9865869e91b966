package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent.Kind;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells each turn of a loop that changes nothing but only looks, pauses and tries: {@code while
 * (!done) Thread.onSpinWait()}. Only somebody else can end it, so it is a wait.
 */
final class WaitingLoops implements CodeTransform {

    /** Methods of the JDK that look, pause or try. */
    private static final Set<String> LOOKS =
            Set.of(
                    "yield",
                    "onSpinWait",
                    "sleep",
                    "isDone",
                    "isCancelled",
                    "isAlive",
                    "isEmpty",
                    "isLocked",
                    "isInterrupted",
                    "isTerminated",
                    "isShutdown",
                    "get",
                    "getAcquire",
                    "getOpaque",
                    "getPlain",
                    "getState",
                    "getCount",
                    "size",
                    "peek",
                    "availablePermits",
                    "hasQueuedThreads",
                    "hasQueuedThread",
                    "getQueueLength",
                    "hasWaiters",
                    "compareAndSet",
                    "weakCompareAndSetPlain",
                    "weakCompareAndSetVolatile",
                    "getAndSet",
                    "tryLock",
                    "tryAcquire",
                    "booleanValue",
                    "intValue",
                    "longValue");

    private static final Set<Opcode> READS = Set.of(Opcode.GETFIELD, Opcode.GETSTATIC);

    private static final Set<Opcode.Kind> CHANGES =
            Set.of(
                    Opcode.Kind.ARRAY_STORE,
                    Opcode.Kind.NEW_OBJECT,
                    Opcode.Kind.NEW_PRIMITIVE_ARRAY,
                    Opcode.Kind.NEW_REF_ARRAY,
                    Opcode.Kind.NEW_MULTI_ARRAY,
                    Opcode.Kind.INVOKE_DYNAMIC,
                    Opcode.Kind.MONITOR,
                    Opcode.Kind.RETURN,
                    Opcode.Kind.THROW_EXCEPTION);

    private final Set<Integer> turns;
    private int index;

    private WaitingLoops(Set<Integer> turns) {
        this.turns = turns;
    }

    static WaitingLoops of(CodeModel code) {
        return new WaitingLoops(turns(code));
    }

    static boolean isIn(CodeModel code) {
        return !turns(code).isEmpty();
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (turns.contains(index++)) {
            code.aconst_null().aconst_null();
            HookClass.call(code, Kind.SPIN.ordinal());
        }
        code.with(element);
    }

    /** Where, among the elements of the code, such loops jump back. */
    private static Set<Integer> turns(CodeModel code) {
        List<CodeElement> elements = code.elementList();
        Map<Label, Integer> places = new HashMap<>();
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target) {
                places.put(target.label(), i);
            } else if (elements.get(i) instanceof BranchInstruction branch) {
                Integer start = places.get(branch.target());
                if (start != null && onlyLooks(elements.subList(start, i))) {
                    found.add(i);
                }
            }
        }
        return found;
    }

    private static boolean onlyLooks(List<CodeElement> body) {
        return body.stream().anyMatch(WaitingLoops::looks)
                && body.stream()
                        .filter(Instruction.class::isInstance)
                        .allMatch(WaitingLoops::changesNothing);
    }

    /** Whether what it sees can be changed by others. */
    private static boolean looks(CodeElement element) {
        return switch (element) {
            case FieldInstruction field -> READS.contains(field.opcode());
            case InvokeInstruction call -> isLook(call) && !isPause(call);
            default -> false;
        };
    }

    private static boolean changesNothing(CodeElement element) {
        return switch (element) {
            case FieldInstruction field -> READS.contains(field.opcode());
            case InvokeInstruction call -> isLook(call);
            case StoreInstruction _, IncrementInstruction _ -> false;
            case Instruction other -> !CHANGES.contains(other.opcode().kind());
            default -> true;
        };
    }

    private static boolean isLook(InvokeInstruction call) {
        return call.owner().asInternalName().startsWith("java/")
                && LOOKS.contains(call.name().stringValue());
    }

    private static boolean isPause(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/lang/Thread")
                && Set.of("yield", "onSpinWait", "sleep").contains(call.name().stringValue());
    }
}
