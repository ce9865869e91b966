package dev.interleave.explore.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** The arguments of a call, taken from the operand stack into local variables and put back. */
record Locals(List<TypeKind> kinds, int[] slots) {

    static Locals store(CodeBuilder code, MethodTypeDesc type) {
        var kinds =
                type.parameterList().stream()
                        .map(parameter -> TypeKind.from(parameter).asLoadable())
                        .toList();
        var slots = kinds.stream().mapToInt(code::allocateLocal).toArray();
        for (var i = slots.length - 1; i >= 0; i--) code.storeLocal(kinds.get(i), slots[i]);
        return new Locals(kinds, slots);
    }

    void load(CodeBuilder code) {
        for (var i = 0; i < slots.length; i++) code.loadLocal(kinds.get(i), slots[i]);
    }

    boolean isKind(int index, TypeKind kind) {
        return index < slots.length && kinds.get(index) == kind;
    }
}
