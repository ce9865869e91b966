package dev.interleave.sandbox.jail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes programs for the kernel's classic packet filter machine, as far as seccomp needs it: load
 * a word of the system call, compare, return.
 *
 * <p>Every comparison is followed by a return, so that no jump is longer than one instruction.
 */
final class Bpf {

    private static final int LOAD_WORD = 0x20;
    private static final int AND = 0x54;
    private static final int RETURN = 0x06;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_GREATER = 0x25;
    private static final int JUMP_IF_GREATER_OR_EQUAL = 0x35;

    private record Instruction(int code, int jumpIfTrue, int jumpIfFalse, int operand) {}

    private final List<Instruction> instructions = new ArrayList<>();

    /** Loads the 32 bits at this offset of {@code struct seccomp_data}. */
    Bpf load(int offset) {
        return add(LOAD_WORD, 0, 0, offset);
    }

    Bpf and(int mask) {
        return add(AND, 0, 0, mask);
    }

    Bpf returns(int action) {
        return add(RETURN, 0, 0, action);
    }

    Bpf returnsIfEqual(int value, int action) {
        return add(JUMP_IF_EQUAL, 0, 1, value).returns(action);
    }

    Bpf returnsUnlessEqual(int value, int action) {
        return add(JUMP_IF_EQUAL, 1, 0, value).returns(action);
    }

    /** Unsigned. */
    Bpf returnsIfGreater(int value, int action) {
        return add(JUMP_IF_GREATER, 0, 1, value).returns(action);
    }

    /** Unsigned. */
    Bpf returnsIfAtLeast(int value, int action) {
        return add(JUMP_IF_GREATER_OR_EQUAL, 0, 1, value).returns(action);
    }

    /** Goes through {@code then} only if the loaded word equals {@code value}. */
    Bpf ifEqual(int value, Bpf then) {
        add(JUMP_IF_EQUAL, 0, then.instructions.size(), value);
        instructions.addAll(then.instructions);
        return this;
    }

    private Bpf add(int code, int jumpIfTrue, int jumpIfFalse, int operand) {
        instructions.add(new Instruction(code, jumpIfTrue, jumpIfFalse, operand));
        return this;
    }

    /** The program as an array of {@code struct sock_filter} in this machine's byte order. */
    byte[] bytes() {
        ByteBuffer out =
                ByteBuffer.allocate(instructions.size() * 8).order(ByteOrder.nativeOrder());
        for (Instruction i : instructions) {
            out.putShort((short) i.code)
                    .put((byte) i.jumpIfTrue)
                    .put((byte) i.jumpIfFalse)
                    .putInt(i.operand);
        }
        return out.array();
    }
}
