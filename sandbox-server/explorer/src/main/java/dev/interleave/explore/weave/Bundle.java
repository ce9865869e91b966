package dev.interleave.explore.weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes that are woven together, and what is asked about them. */
final class Bundle {

    private final Map<String, ClassModel> models = new HashMap<>();
    private final Set<String> callbacks = new HashSet<>();
    private final Set<String> initializedAgain = new HashSet<>();
    private final boolean showsValues;
    private boolean fieldUpdaters;

    /**
     * @param showsValues whether accesses to memory tell the value, too
     */
    Bundle(boolean showsValues) {
        this.showsValues = showsValues;
    }

    boolean showsValues() {
        return showsValues;
    }

    void add(ClassModel model) {
        var name = model.thisClass().asInternalName();
        models.put(name, model);
        if (StaticState.isInitializedAgain(model)) initializedAgain.add(name);
        for (var entry : model.constantPool()) {
            if (entry instanceof ClassEntry type && type.asInternalName().endsWith("FieldUpdater"))
                fieldUpdaters = true;
            if (!(entry instanceof InvokeDynamicEntry dynamic)) continue;
            for (var argument : dynamic.bootstrap().arguments()) {
                if (argument instanceof MethodHandleEntry handle) callbacks.add(key(handle));
            }
        }
    }

    private static String key(MethodHandleEntry handle) {
        var method = handle.reference();
        return method.owner().asInternalName()
                + "."
                + method.name().stringValue()
                + method.type().stringValue();
    }

    ClassModel model(String internalName) {
        return models.get(internalName);
    }

    /** Whether a class of the bundle is initialized again in each run. */
    boolean isInitializedAgain(String internalName) {
        return initializedAgain.contains(internalName);
    }

    /** Whether some class makes field updaters, through which volatile fields change unseen. */
    boolean usesFieldUpdaters() {
        return fieldUpdaters;
    }

    /** Whether a method is the body of a lambda or of a method reference. */
    boolean isCallback(String owner, String name, String descriptor) {
        return callbacks.contains(owner + "." + name + descriptor);
    }

    /**
     * The field that an instruction means, with the class that declares it; empty if that is not in
     * the bundle.
     */
    Optional<Declared> field(String owner, String name) {
        for (var at = owner; at != null; at = superclass(at)) {
            var model = models.get(at);
            if (model == null) return Optional.empty();
            for (var field : model.fields()) {
                if (field.fieldName().equalsString(name))
                    return Optional.of(new Declared(at, field));
            }
        }
        return Optional.empty();
    }

    /** A field and the class that declares it. */
    record Declared(String owner, FieldModel field) {}

    /**
     * The class outside of the bundle that an inherited method comes from, or null if it is
     * declared inside.
     */
    String external(String owner, String name, String descriptor) {
        for (var at = owner; at != null; at = superclass(at)) {
            var model = models.get(at);
            if (model == null) return at;
            for (var method : model.methods()) {
                if (method.methodName().equalsString(name)
                        && method.methodType().equalsString(descriptor)) return null;
            }
            var inInterface = externalInterface(model, name, descriptor);
            if (inInterface != null) return inInterface;
        }
        return null;
    }

    /** For an interface of the bundle that extends one of the JDK's. */
    private String externalInterface(ClassModel model, String name, String descriptor) {
        if ((model.flags().flagsMask() & ClassFile.ACC_INTERFACE) == 0) return null;
        for (var parent : model.interfaces()) {
            var found = external(parent.asInternalName(), name, descriptor);
            if (found != null && !found.equals("java/lang/Object")) return found;
        }
        return null;
    }

    private String superclass(String owner) {
        var model = models.get(owner);
        return model == null
                ? null
                : model.superclass().map(ClassEntry::asInternalName).orElse(null);
    }

    ClassHierarchyInfo hierarchy(ClassDesc type) {
        var descriptor = type.descriptorString();
        if (!descriptor.startsWith("L")) return null;
        var model = models.get(descriptor.substring(1, descriptor.length() - 1));
        if (model == null) return null;
        if ((model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0)
            return ClassHierarchyInfo.ofInterface();
        return ClassHierarchyInfo.ofClass(
                model.superclass().map(ClassEntry::asSymbol).orElse(ConstantDescs.CD_Object));
    }
}
