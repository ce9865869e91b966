package dev.interleave.sandbox.grade.guard;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks the class files of a submission. What is not allowed by name is refused, so that a
 * submission cannot reach the tests, the framework around it, reflection, files, the network, or
 * the end of the JVM.
 *
 * <p>Threading: one use, one thread.
 */
public final class Guard {

    private static final Set<String> BOOTSTRAPS =
            Set.of(
                    "java.lang.invoke.LambdaMetafactory",
                    "java.lang.invoke.StringConcatFactory",
                    "java.lang.invoke.ConstantBootstraps",
                    "java.lang.runtime.ObjectMethods",
                    "java.lang.runtime.SwitchBootstraps");

    private final AllowList allowed;
    private final Map<String, ClassModel> classes = new HashMap<>();
    private final Set<String> violations = new TreeSet<>();

    public Guard(AllowList allowed) {
        this.allowed = allowed;
    }

    /**
     * What these classes name that is not allowed, a sentence each; empty if they may be loaded.
     *
     * @param files by binary name
     * @param packages in which the classes may be
     */
    public List<String> check(Map<String, byte[]> files, Set<String> packages) {
        files.forEach(this::parse);
        if (violations.isEmpty()) {
            classes.forEach((name, model) -> check(name, model, packages));
        }
        return List.copyOf(violations);
    }

    private void parse(String name, byte[] bytes) {
        try {
            ClassModel model = ClassFile.of().parse(bytes);
            for (PoolEntry entry : model.constantPool()) {
                entry.tag();
            }
            if (nameOf(model.thisClass()).equals(name)) {
                classes.put(name, model);
            } else {
                violations.add("A class file has another name than its class.");
            }
        } catch (RuntimeException e) {
            violations.add("A class file is damaged.");
        }
    }

    private void check(String name, ClassModel model, Set<String> packages) {
        String inPackage = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (!packages.contains(inPackage)) {
            violations.add("The class " + name + " is not in the exercise's package.");
        }
        for (MethodModel method : model.methods()) {
            if (method.flags().has(AccessFlag.NATIVE)) {
                violations.add(name + " declares a native method.");
            }
            if (method.methodName().equalsString("finalize")) {
                violations.add(name + " declares a finalizer.");
            }
        }
        try {
            for (PoolEntry entry : model.constantPool()) {
                check(name, entry);
            }
        } catch (RuntimeException e) {
            violations.add("A class file is damaged.");
        }
    }

    private void check(String user, PoolEntry entry) {
        switch (entry) {
            case ClassEntry type -> checkType(user, type.asSymbol());
            case MemberRefEntry member -> checkMember(user, member);
            case MethodTypeEntry type -> checkTypes(user, type.asSymbol());
            case InvokeDynamicEntry call ->
                    checkBootstrap(
                            user, nameOf(call.bootstrap().bootstrapMethod().reference().owner()));
            case ConstantDynamicEntry constant ->
                    checkBootstrap(
                            user,
                            nameOf(constant.bootstrap().bootstrapMethod().reference().owner()));
            default -> {}
        }
    }

    private void checkBootstrap(String user, String owner) {
        if (!BOOTSTRAPS.contains(owner)) {
            violations.add(user + " links code at run time, by " + owner + ".");
        }
    }

    private void checkTypes(String user, MethodTypeDesc descriptor) {
        Stream.concat(descriptor.parameterList().stream(), Stream.of(descriptor.returnType()))
                .forEach(type -> checkType(user, type));
    }

    private void checkType(String user, ClassDesc type) {
        ClassDesc element = element(type);
        if (!element.isPrimitive()) {
            String name = nameOf(element);
            if (!classes.containsKey(name) && !allowed.allows(name)) {
                violations.add(user + " uses " + readable(name) + ".");
            }
        }
    }

    private void checkMember(String user, MemberRefEntry member) {
        ClassDesc owner = element(member.owner().asSymbol());
        String name = member.name().stringValue();
        String descriptor = member.type().stringValue();
        if (descriptor.startsWith("(")) {
            checkTypes(user, MethodTypeDesc.ofDescriptor(descriptor));
        } else {
            checkType(user, ClassDesc.ofDescriptor(descriptor));
        }
        if (!owner.isPrimitive()) {
            platformOwners(nameOf(owner), name, descriptor)
                    .forEach(type -> checkMember(user, type, name, descriptor));
        }
    }

    private void checkMember(String user, String owner, String name, String descriptor) {
        List<String> declaring = Members.declaring(owner, name);
        boolean fine =
                allowed.allows(owner, name, descriptor)
                        && !declaring.isEmpty()
                        && declaring.stream()
                                .filter(
                                        type ->
                                                type.equals(declaring.getFirst())
                                                        || allowed.allows(type))
                                .allMatch(type -> allowed.allows(type, name, descriptor));
        if (!fine) {
            violations.add(user + " uses " + readable(owner) + "." + name + ".");
        }
    }

    /**
     * The types of the JDK through which this member is reached: the owner, or, where the owner is
     * a class of the submission that does not declare it, what that class extends and implements.
     */
    private Set<String> platformOwners(String owner, String name, String descriptor) {
        Set<String> found = new TreeSet<>();
        collect(owner, name, descriptor, found, new TreeSet<>());
        return found;
    }

    private void collect(
            String owner, String name, String descriptor, Set<String> found, Set<String> seen) {
        ClassModel model = classes.get(owner);
        if (model == null) {
            found.add(owner);
        } else if (seen.add(owner) && !declares(model, name, descriptor)) {
            Set<String> platform = new TreeSet<>();
            Stream.concat(model.superclass().stream(), model.interfaces().stream())
                    .forEach(type -> collect(nameOf(type), name, descriptor, platform, seen));
            // An interface of the JDK need not be where it comes from.
            platform.removeIf(
                    type -> platform.size() > 1 && Members.declaring(type, name).isEmpty());
            found.addAll(platform);
        }
    }

    private static boolean declares(ClassModel model, String name, String descriptor) {
        return Stream.concat(
                        model.methods().stream()
                                .map(
                                        m ->
                                                m.methodName().stringValue()
                                                        + m.methodType().stringValue()),
                        model.fields().stream()
                                .map(
                                        f ->
                                                f.fieldName().stringValue()
                                                        + f.fieldType().stringValue()))
                .anyMatch((name + descriptor)::equals);
    }

    private static ClassDesc element(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        return element;
    }

    private static String nameOf(ClassEntry entry) {
        return entry.asInternalName().replace('/', '.');
    }

    private static String nameOf(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    private static String readable(String name) {
        return name.replace('$', '.');
    }
}
