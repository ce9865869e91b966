package dev.interleave.explore.weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/** Puts a hook before each access to a field that may change, or to an array's element. */
final class FieldWeaver {

    private static final String OBJECT_ACCESS =
            "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;)V";
    private static final String STATIC_ACCESS = "(Ljava/lang/String;Ljava/lang/String;)V";
    private static final String ELEMENT_ACCESS = "(Ljava/lang/Object;ILjava/lang/String;)V";
    private static final int UNCHANGING = ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC;

    private final MethodContext context;

    FieldWeaver(MethodContext context) {
        this.context = context;
    }

    void weave(CodeBuilder code, FieldInstruction access, int line) {
        if (namesObject(access)) name(code, access);
        if (isStatic(access)) initialize(code, access);
        var declared =
                context.bundle()
                        .field(access.owner().asInternalName(), access.name().stringValue())
                        .filter(this::matters);
        declared.ifPresent(field -> hook(code, access, field, line));
        var shown = declared.isPresent() && context.bundle().showsValues() && isHooked(access);
        var writes = access.opcode() == Opcode.PUTFIELD || access.opcode() == Opcode.PUTSTATIC;
        if (shown && writes) tellValue(code, access.typeSymbol());
        code.with(access);
        if (shown && !writes) tellValue(code, access.typeSymbol());
    }

    /** What {@link #hook} leaves out has no step that the value could be part of. */
    private boolean isHooked(FieldInstruction access) {
        return switch (access.opcode()) {
            case PUTFIELD -> !context.isConstructor();
            case PUTSTATIC -> !context.isInitializer();
            default -> true;
        };
    }

    private static void tellValue(CodeBuilder code, ClassDesc type) {
        if (TypeKind.from(type).slotSize() == 2) code.dup2();
        else code.dup();
        var shown =
                switch (type.descriptorString()) {
                    case "Z", "C", "J", "F", "D" -> type;
                    case "I", "S", "B" -> ConstantDescs.CD_int;
                    default -> ConstantDescs.CD_Object;
                };
        Hooks.call(code, Hooks.VALUE, "value", "(" + shown.descriptorString() + ")V");
    }

    private static boolean isStatic(FieldInstruction access) {
        return access.opcode() == Opcode.GETSTATIC || access.opcode() == Opcode.PUTSTATIC;
    }

    /** A static field of another class may be the first that is used of it. */
    private void initialize(CodeBuilder code, FieldInstruction access) {
        context.bundle()
                .field(access.owner().asInternalName(), access.name().stringValue())
                .map(Bundle.Declared::owner)
                .filter(owner -> !owner.equals(context.owner()))
                .filter(context.bundle()::isInitializedAgain)
                .ifPresent(owner -> Initializers.ensure(code, owner));
    }

    /** A constructor keeps something that threads may wait for. */
    private boolean namesObject(FieldInstruction access) {
        if (!context.isConstructor() || access.opcode() != Opcode.PUTFIELD) return false;
        var type = access.type().stringValue();
        return type.startsWith("Ljava/util/concurrent/") || type.equals("Ljava/lang/Object;");
    }

    private static void name(CodeBuilder code, FieldInstruction access) {
        var owner = MethodContext.simple(access.owner().asInternalName());
        code.dup().loadConstant(owner + "." + access.name());
        Hooks.call(code, Hooks.TASK, "named", "(Ljava/lang/Object;Ljava/lang/String;)V");
    }

    private boolean matters(Bundle.Declared declared) {
        var flags = declared.field().flags().flagsMask();
        if ((flags & UNCHANGING) != 0) return false;
        return context.submission() || isVolatile(declared);
    }

    private static boolean isVolatile(Bundle.Declared declared) {
        return (declared.field().flags().flagsMask() & ClassFile.ACC_VOLATILE) != 0;
    }

    private void hook(
            CodeBuilder code, FieldInstruction access, Bundle.Declared declared, int line) {
        var name = access.name().stringValue();
        var shown = MethodContext.simple(declared.owner()) + "." + name;
        var suffix = isVolatile(declared) ? "Volatile" : "";
        var coarse = isVolatile(declared) && context.bundle().usesFieldUpdaters();
        switch (access.opcode()) {
            case GETFIELD -> {
                code.dup();
                end(
                        code,
                        coarse,
                        false,
                        "read" + suffix,
                        name,
                        context.site(line, true, "read " + shown));
            }
            case PUTFIELD -> {
                // An object under construction belongs to one thread, and may not even be passed to
                // a hook.
                if (context.isConstructor()) return;
                copyReceiver(code, access);
                end(
                        code,
                        coarse,
                        false,
                        "write" + suffix,
                        name,
                        context.site(line, false, "write " + shown));
            }
            case GETSTATIC ->
                    end(
                            code,
                            coarse,
                            true,
                            "read" + suffix,
                            declared.owner() + "." + name,
                            context.site(line, true, "read " + shown));
            case PUTSTATIC -> {
                if (context.isInitializer()) return;
                end(
                        code,
                        coarse,
                        true,
                        "write" + suffix,
                        declared.owner() + "." + name,
                        context.site(line, false, "write " + shown));
            }
            default -> throw new IllegalArgumentException(access.toString());
        }
    }

    private static void end(
            CodeBuilder code,
            boolean coarse,
            boolean isStatic,
            String hook,
            String name,
            String site) {
        if (coarse && !isStatic) code.pop();
        code.loadConstant(coarse ? "*" : name).loadConstant(site);
        var onStatic = isStatic || coarse;
        Hooks.call(
                code,
                Hooks.MEMORY,
                onStatic ? hook + "Static" : hook,
                onStatic ? STATIC_ACCESS : OBJECT_ACCESS);
    }

    private static void copyReceiver(CodeBuilder code, FieldInstruction access) {
        if (TypeKind.from(access.typeSymbol()).slotSize() == 2) code.dup2_x1().pop2().dup_x2();
        else code.dup2().pop();
    }

    void load(CodeBuilder code, ArrayLoadInstruction load, int line) {
        if (context.submission()) {
            code.dup2().loadConstant(context.site(line, true, "read array element"));
            Hooks.call(code, Hooks.MEMORY, "readElement", ELEMENT_ACCESS);
        }
        code.with(load);
        if (context.submission() && context.bundle().showsValues()) {
            tellValue(code, load.typeKind().upperBound());
        }
    }

    void store(CodeBuilder code, ArrayStoreInstruction store, int line) {
        if (context.submission() && !context.isInitializer()) {
            var kind = store.typeKind().asLoadable();
            var value = code.allocateLocal(kind);
            code.storeLocal(kind, value);
            code.dup2().loadConstant(context.site(line, false, "write array element"));
            Hooks.call(code, Hooks.MEMORY, "writeElement", ELEMENT_ACCESS);
            code.loadLocal(kind, value);
            if (context.bundle().showsValues()) tellValue(code, store.typeKind().upperBound());
        }
        code.with(store);
    }
}
