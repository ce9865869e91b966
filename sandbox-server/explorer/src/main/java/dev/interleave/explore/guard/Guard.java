package dev.interleave.explore.guard;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.DynamicConstantPoolEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds class files against an allow-list. They are parsed, never loaded, so this is safe in any
 * process.
 *
 * <p>Threading: safe from any thread.
 */
public final class Guard {

    private static final Set<String> BOOTSTRAPS =
            Set.of(
                    "java/lang/invoke/LambdaMetafactory.metafactory",
                    "java/lang/invoke/LambdaMetafactory.altMetafactory",
                    "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
                    "java/lang/invoke/StringConcatFactory.makeConcat",
                    "java/lang/runtime/ObjectMethods.bootstrap",
                    "java/lang/runtime/SwitchBootstraps.typeSwitch",
                    "java/lang/runtime/SwitchBootstraps.enumSwitch",
                    "java/lang/invoke/ConstantBootstraps.invoke",
                    "java/lang/Enum$EnumDesc.of");
    private static final Set<String> FORBIDDEN_PARENTS =
            Set.of(
                    "java/lang/ClassLoader",
                    "java/lang/ThreadLocal",
                    "java/lang/InheritableThreadLocal");

    private final Map<String, byte[]> classes;
    private final AllowList allowed;
    private final Set<Violation> violations = new TreeSet<>();

    private Guard(Map<String, byte[]> classes, AllowList allowed) {
        this.classes = classes;
        this.allowed = allowed;
    }

    /**
     * What a submission names and may not, in a fixed order; empty if it is clean.
     *
     * @param classes class files by binary name; they may name each other
     */
    public static List<Violation> check(Map<String, byte[]> classes, AllowList allowed) {
        var guard = new Guard(classes, allowed);
        classes.forEach(guard::check);
        return List.copyOf(guard.violations);
    }

    private void check(String name, byte[] bytes) {
        try {
            var model = ClassFile.of().parse(bytes);
            declaration(name, model);
            for (var entry : model.constantPool()) entry(name, entry);
        } catch (RuntimeException e) {
            violations.add(new Violation(name, "class file", "it cannot be read"));
        }
    }

    private void declaration(String name, ClassModel model) {
        if (!model.thisClass().asInternalName().equals(name.replace('.', '/'))) {
            violations.add(
                    new Violation(
                            name,
                            model.thisClass().asInternalName(),
                            "the class has another name"));
        }
        model.superclass()
                .map(ClassEntry::asInternalName)
                .filter(FORBIDDEN_PARENTS::contains)
                .ifPresent(
                        parent ->
                                violations.add(
                                        new Violation(
                                                name,
                                                "extends " + dotted(parent),
                                                "this class must not be extended")));
        for (var method : model.methods()) {
            if ((method.flags().flagsMask() & ClassFile.ACC_NATIVE) != 0) {
                violations.add(
                        new Violation(
                                name,
                                "native " + method.methodName(),
                                "native methods are not allowed"));
            }
            if (method.methodName().equalsString("finalize")
                    && method.methodType().equalsString("()V")) {
                violations.add(new Violation(name, "finalize", "finalizers are not allowed"));
            }
        }
    }

    private void entry(String name, PoolEntry entry) {
        switch (entry) {
            case ClassEntry type -> type(name, element(type.asInternalName()));
            case MemberRefEntry member -> member(name, member);
            case DynamicConstantPoolEntry dynamic -> bootstrap(name, dynamic);
            default -> {}
        }
    }

    private void type(String name, String used) {
        if (used.isEmpty() || classes.containsKey(dotted(used))) return;
        var refusal = allowed.refusal(used);
        if (refusal != null) violations.add(new Violation(name, dotted(used), refusal));
    }

    private void member(String name, MemberRefEntry member) {
        var owner = element(member.owner().asInternalName());
        var memberName = member.name().stringValue();
        if (owner.isEmpty() || BOOTSTRAPS.contains(owner + "." + memberName)) return;
        var refusal = allowed.refusal(owner, memberName);
        if (refusal != null)
            violations.add(new Violation(name, dotted(owner) + "." + memberName, refusal));
    }

    private void bootstrap(String name, DynamicConstantPoolEntry dynamic) {
        var method = dynamic.bootstrap().bootstrapMethod().reference();
        var called = method.owner().asInternalName() + "." + method.name().stringValue();
        if (!BOOTSTRAPS.contains(called)) {
            violations.add(
                    new Violation(
                            name,
                            dotted(called),
                            "only the compiler's own bootstrap methods are allowed"));
        }
    }

    /** The class of an array's elements; empty for primitive ones. */
    private static String element(String internalName) {
        var name = internalName;
        if (!name.startsWith("[")) return name;
        name = name.substring(name.lastIndexOf('[') + 1);
        return name.startsWith("L") ? name.substring(1, name.length() - 1) : "";
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
