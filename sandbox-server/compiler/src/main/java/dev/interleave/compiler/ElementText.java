package dev.interleave.compiler;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Says in a line what an element is, with types by their simple names. */
final class ElementText {

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");
    private static final Pattern ANNOTATION = Pattern.compile("@\\w+(\\([^)]*\\))? ?");

    private ElementText() {}

    /** One word that an editor can show a sign for. */
    static String kind(Element element) {
        return switch (element.getKind()) {
            case METHOD, CONSTRUCTOR -> "method";
            case FIELD -> ofCell(element.getEnclosingElement()) ? "variable" : "field";
            case ENUM_CONSTANT -> "constant";
            case CLASS, EXCEPTION_PARAMETER ->
                    element instanceof TypeElement ? "class" : "variable";
            case INTERFACE -> "interface";
            case ENUM -> "enum";
            case RECORD -> "record";
            case ANNOTATION_TYPE -> "annotation";
            case TYPE_PARAMETER -> "type";
            case PACKAGE -> "package";
            default -> "variable";
        };
    }

    /** What stands behind the name in a list: parameters and type. */
    static String detail(Element element, TypeMirror type) {
        if (type instanceof ExecutableType method) {
            String parameters =
                    IntStream.range(0, method.getParameterTypes().size())
                            .mapToObj(i -> parameterType((ExecutableElement) element, method, i))
                            .collect(Collectors.joining(", ", "(", ")"));
            return element.getKind() == ElementKind.CONSTRUCTOR
                    ? parameters
                    : parameters + " " + type(method.getReturnType());
        }
        return element instanceof TypeElement t ? packageOf(t) : type(type);
    }

    private static String packageOf(TypeElement type) {
        Element owner = type.getEnclosingElement();
        return ofCell(owner) || owner.toString().equals(LaneFiles.PACKAGE) ? "" : owner.toString();
    }

    /** As it is declared, with the names of the parameters. */
    static String signature(Element element) {
        return switch (element) {
            case ExecutableElement method -> methodSignature(method);
            case TypeElement type -> typeSignature(type);
            default ->
                    element.asType().getKind() == TypeKind.PACKAGE
                            ? "package " + element
                            : type(element.asType())
                                    + " "
                                    + owner(element)
                                    + element.getSimpleName();
        };
    }

    private static String methodSignature(ExecutableElement method) {
        boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
        String name =
                constructor
                        ? method.getEnclosingElement().getSimpleName().toString()
                        : type(method.getReturnType())
                                + " "
                                + owner(method)
                                + method.getSimpleName();
        ExecutableType type = (ExecutableType) method.asType();
        String parameters =
                IntStream.range(0, method.getParameters().size())
                        .mapToObj(i -> parameterType(method, type, i) + parameterName(method, i))
                        .collect(Collectors.joining(", ", "(", ")"));
        return typeParameters(method.getTypeParameters()) + name + parameters + thrown(method);
    }

    /** Class files of the JDK do not know the names. */
    private static String parameterName(ExecutableElement method, int index) {
        String name = method.getParameters().get(index).getSimpleName().toString();
        return name.matches("arg\\d+") ? "" : " " + name;
    }

    private static String parameterType(ExecutableElement element, ExecutableType type, int i) {
        TypeMirror parameter = type.getParameterTypes().get(i);
        boolean variable =
                element.isVarArgs()
                        && i == type.getParameterTypes().size() - 1
                        && parameter instanceof ArrayType;
        return variable
                ? type(((ArrayType) parameter).getComponentType()) + "..."
                : type(parameter);
    }

    private static String thrown(ExecutableElement method) {
        return method.getThrownTypes().isEmpty()
                ? ""
                : method.getThrownTypes().stream()
                        .map(ElementText::type)
                        .collect(Collectors.joining(", ", " throws ", ""));
    }

    private static String typeSignature(TypeElement type) {
        String word =
                switch (type.getKind()) {
                    case ANNOTATION_TYPE -> "@interface";
                    case ENUM, INTERFACE, RECORD -> kind(type);
                    default -> "class";
                };
        String name = packageOf(type).isEmpty() ? "" : packageOf(type) + ".";
        String parameters = typeParameters(type.getTypeParameters()).strip();
        return word + " " + name + type.getSimpleName() + parameters;
    }

    private static String typeParameters(List<? extends TypeParameterElement> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.stream()
                        .map(ElementText::typeParameter)
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    private static String typeParameter(TypeParameterElement parameter) {
        String bounds =
                parameter.getBounds().stream()
                        .map(ElementText::type)
                        .filter(bound -> !bound.equals("Object"))
                        .collect(Collectors.joining(" & "));
        return parameter.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String owner(Element member) {
        Element owner = member.getEnclosingElement();
        return owner instanceof TypeElement && !ofCell(owner) ? owner.getSimpleName() + "." : "";
    }

    static String type(TypeMirror type) {
        String plain = ANNOTATION.matcher(type.toString()).replaceAll("");
        return PACKAGE.matcher(plainNames(plain)).replaceAll("");
    }

    private static String plainNames(String text) {
        return Traces.plain(text)
                .replace(LaneFiles.PACKAGE + "." + CellUnit.CLASS + ".", "")
                .replace(CellUnit.CLASS + ".", "");
    }

    /** Whether this is a class around snippets. */
    static boolean ofCell(Element type) {
        String name = type == null ? "" : type.getSimpleName().toString();
        return name.equals(CellUnit.CLASS) || name.startsWith("$JShell$");
    }
}
