package dev.interleave.measurer.profile;

import dev.interleave.measurer.message.CompiledClass;
import dev.interleave.measurer.message.Entry;
import dev.interleave.measurer.message.Fact;
import dev.interleave.measurer.message.Fact.Kind;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the class files of a version show. */
record Bytecode(List<CompiledClass> classes, Entry entry) {

    /** The JIT leaves larger methods to the interpreter. */
    private static final int MOST_COMPILED = 8000;

    private static final Set<String> NOT_MEASURED =
            Set.of("setup", "main", "<init>", "<clinit>", "toString", "hashCode", "equals");

    private static final Set<String> BOXES =
            Set.of(
                    "java/lang/Integer",
                    "java/lang/Long",
                    "java/lang/Double",
                    "java/lang/Float",
                    "java/lang/Short",
                    "java/lang/Byte",
                    "java/lang/Character",
                    "java/lang/Boolean");

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String STRINGS = "java/lang/invoke/StringConcatFactory";

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (CompiledClass file : classes) {
            ClassModel model = ClassFile.of().parse(file.bytes());
            for (MethodModel method : model.methods()) {
                method.findAttribute(Attributes.code())
                        .ifPresent(code -> add(file.name(), method, code, facts));
            }
        }
        return facts;
    }

    private void add(String type, MethodModel method, CodeAttribute code, List<Fact> facts) {
        String name = method.methodName().stringValue();
        boolean measured = type.equals(entry.type()) && name.equals(entry.method());
        if (measured) {
            facts.addFirst(new Fact(Kind.BYTECODE, name + "()", "", code.codeLength(), 0));
        }
        if (code.codeLength() > MOST_COMPILED) {
            facts.add(new Fact(Kind.TOO_BIG, name + "()", "", code.codeLength(), 0));
        }
        if (NOT_MEASURED.contains(name) && !measured) {
            return;
        }
        Map<String, Integer> boxes = new TreeMap<>();
        int lambdas = 0;
        int strings = 0;
        for (var element : code) {
            switch (element) {
                case InvokeInstruction call when boxes(call) ->
                        boxes.merge(simple(call), 1, Integer::sum);
                case InvokeDynamicInstruction call -> {
                    String factory =
                            call.invokedynamic()
                                    .bootstrap()
                                    .bootstrapMethod()
                                    .reference()
                                    .owner()
                                    .asInternalName();
                    lambdas += factory.equals(LAMBDAS) ? 1 : 0;
                    strings += factory.equals(STRINGS) ? 1 : 0;
                }
                default -> {
                    // Nothing that is told.
                }
            }
        }
        boxes.forEach(
                (box, places) -> facts.add(new Fact(Kind.BOXING, name + "()", box, places, 0)));
        if (lambdas > 0) {
            facts.add(new Fact(Kind.LAMBDAS, name + "()", "", lambdas, 0));
        }
        if (strings > 0) {
            facts.add(new Fact(Kind.CONCATENATION, name + "()", "", strings, 0));
        }
    }

    private static boolean boxes(InvokeInstruction call) {
        return call.name().equalsString("valueOf")
                && BOXES.contains(call.owner().asInternalName())
                && call.typeSymbol().parameterCount() == 1
                && call.typeSymbol().parameterType(0).isPrimitive();
    }

    private static String simple(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        return owner.substring(owner.lastIndexOf('/') + 1);
    }
}
