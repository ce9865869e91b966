package dev.interleave.compiler;

import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;

/** Says in the words of the {@code jshell} tool what a declaration still lacks. */
final class Unresolved {

    private final JShell shell;

    Unresolved(JShell shell) {
        this.shell = shell;
    }

    /** After the declaration was accepted. */
    String created(DeclarationSnippet snippet) {
        return "created " + what(snippet) + ", however, it " + until(snippet);
    }

    /** When it was used all the same. */
    String used(DeclarationSnippet snippet) {
        String verb = snippet instanceof MethodSnippet ? "call " : "use ";
        return "attempted to " + verb + what(snippet) + " which " + until(snippet);
    }

    static boolean is(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    private static String what(DeclarationSnippet snippet) {
        return switch (snippet) {
            case MethodSnippet m -> "method " + m.name() + "(" + m.parameterTypes() + ")";
            case TypeDeclSnippet t -> kind(t) + " " + t.name();
            default -> "variable " + snippet.name();
        };
    }

    private static String kind(TypeDeclSnippet type) {
        return switch (type.subKind()) {
            case INTERFACE_SUBKIND -> "interface";
            case ENUM_SUBKIND -> "enum";
            case ANNOTATION_TYPE_SUBKIND -> "annotation interface";
            case RECORD_SUBKIND -> "record";
            default -> "class";
        };
    }

    private String until(DeclarationSnippet snippet) {
        String cannot =
                shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED
                        ? "cannot be referenced"
                        : switch (snippet.subKind()) {
                            case CLASS_SUBKIND, RECORD_SUBKIND ->
                                    "cannot be instantiated or its methods invoked";
                            case INTERFACE_SUBKIND -> "cannot have its methods invoked";
                            case METHOD_SUBKIND -> "cannot be invoked";
                            default -> "cannot be used";
                        };
        return cannot + " until " + missing(snippet);
    }

    private String missing(DeclarationSnippet snippet) {
        List<String> names = shell.unresolvedDependencies(snippet).toList();
        if (names.isEmpty()) {
            return "its errors are corrected";
        }
        String last = names.getLast();
        return names.size() == 1
                ? last + " is declared"
                : String.join(", ", names.subList(0, names.size() - 1))
                        + ", and "
                        + last
                        + " are declared";
    }
}
