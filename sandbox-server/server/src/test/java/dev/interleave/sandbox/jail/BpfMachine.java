package dev.interleave.sandbox.jail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Runs a filter as the kernel would; knows the instructions that filters here are made of. */
final class BpfMachine {

    private static final int INSTRUCTION_BYTES = 8;
    private static final int DATA_BYTES = 64;
    private static final int ARGUMENTS_AT = 16;

    private BpfMachine() {}

    /** The action for a system call. */
    static int run(byte[] filter, int architecture, int number, long... arguments) {
        ByteBuffer data = ByteBuffer.allocate(DATA_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(number).putInt(architecture).position(ARGUMENTS_AT);
        for (long argument : arguments) {
            data.putLong(argument);
        }
        return run(ByteBuffer.wrap(filter).order(ByteOrder.nativeOrder()), data);
    }

    private static int run(ByteBuffer filter, ByteBuffer data) {
        int accumulator = 0;
        int at = 0;
        while (true) {
            int place = at * INSTRUCTION_BYTES;
            int code = filter.getShort(place);
            int ifTrue = Byte.toUnsignedInt(filter.get(place + 2));
            int ifFalse = Byte.toUnsignedInt(filter.get(place + 3));
            int operand = filter.getInt(place + 4);
            at++;
            switch (code) {
                case 0x20 -> accumulator = data.getInt(operand);
                case 0x54 -> accumulator &= operand;
                case 0x06 -> {
                    return operand;
                }
                case 0x15 -> at += accumulator == operand ? ifTrue : ifFalse;
                case 0x25 -> at += compare(accumulator, operand) > 0 ? ifTrue : ifFalse;
                case 0x35 -> at += compare(accumulator, operand) >= 0 ? ifTrue : ifFalse;
                default -> throw new IllegalStateException("instruction " + code);
            }
        }
    }

    private static int compare(int left, int right) {
        return Integer.compareUnsigned(left, right);
    }
}
