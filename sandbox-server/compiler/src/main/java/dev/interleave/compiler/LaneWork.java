package dev.interleave.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import dev.interleave.compiler.LaneSyntax.Kind;
import dev.interleave.compiler.LaneTask.InferredVariable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** One snippet on its way through javac. */
final class LaneWork {

    private final LaneTask task;
    private final JavacTask javac;
    private final Findings findings;
    private final LaneFiles files;
    private final Context context;
    private final LaneTypes types;

    LaneWork(
            LaneTask task,
            JavacTask javac,
            Findings findings,
            LaneFiles files,
            PlatformTypes platform) {
        this.task = task;
        this.javac = javac;
        this.findings = findings;
        this.files = files;
        this.context = ((BasicJavacTask) javac).getContext();
        this.types = new LaneTypes(context, platform);
    }

    /** What the compiler has to say; anything but a note is said better by JShell. */
    static final class Findings {

        private boolean any;
        private boolean noValue;

        void add(Diagnostic<? extends JavaFileObject> diagnostic) {
            if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                any = true;
                noValue |= diagnostic.getCode().equals("compiler.err.cant.infer.local.var.type");
            }
        }
    }

    LaneResult result() {
        try {
            CompilationUnitTree unit = javac.parse().iterator().next();
            Optional<TreePath> snippet = findings.any ? Optional.empty() : snippet(unit);
            if (snippet.isEmpty()) {
                return new LaneResult.Refused();
            }
            javac.analyze();
            if (findings.any) {
                return findings.noValue ? new LaneResult.OtherForm() : new LaneResult.Refused();
            }
            return analyzed(snippet.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The one statement that the snippet became, if the source around it has kept its shape:
     * nothing in the snippet has ended the method or the class.
     */
    private Optional<TreePath> snippet(CompilationUnitTree unit) {
        if (unit.getTypeDecls().size() != 1
                || !(unit.getTypeDecls().getFirst() instanceof ClassTree type)
                || type.getMembers().size() != 2
                || !(type.getMembers().get(1) instanceof MethodTree method)) {
            return Optional.empty();
        }
        List<? extends StatementTree> statements =
                method.getBody().getStatements().stream()
                        .filter(s -> !(s instanceof EmptyStatementTree))
                        .toList();
        int expected = task.kind() == Kind.THROW ? 1 : 2;
        if (statements.size() != expected || !fits(statements.getFirst())) {
            return Optional.empty();
        }
        TreePath body =
                new TreePath(
                        new TreePath(new TreePath(new TreePath(unit), type), method),
                        method.getBody());
        return Optional.of(new TreePath(body, statements.getFirst()));
    }

    private boolean fits(Tree statement) {
        return switch (task.kind()) {
            case VARIABLE, ASSIGNMENT, EXPRESSION -> statement instanceof VariableTree;
            case STATEMENT ->
                    !(statement instanceof VariableTree) && !(statement instanceof ClassTree);
            case THROW -> statement instanceof ThrowTree;
        };
    }

    private LaneResult analyzed(TreePath snippet) throws IOException {
        if (!knownTypes()) {
            return new LaneResult.Refused();
        }
        return switch (snippet.getLeaf()) {
            case VariableTree value -> {
                Optional<String> type = types.name(type(snippet));
                yield type.isEmpty() || makesClass(value)
                        ? new LaneResult.Refused()
                        : written(type.get());
            }
            case ExpressionStatementTree call ->
                    type(new TreePath(snippet, call.getExpression())).hasTag(TypeTag.VOID)
                            ? written(null)
                            : new LaneResult.OtherForm();
            default -> written(null);
        };
    }

    private Type type(TreePath path) {
        return (Type) Trees.instance(javac).getTypeMirror(path);
    }

    /** Anonymous classes in values are made members by JShell, with names of its own. */
    private static boolean makesClass(Tree value) {
        boolean[] found = new boolean[1];
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree node, Void unused) {
                found[0] |= node.getClassBody() != null;
                return super.visitNewClass(node, unused);
            }
        }.scan(value, null);
        return found[0];
    }

    /**
     * JShell gives some variables a type that no class file can say; what uses such a variable is
     * not for the lane.
     */
    private boolean knownTypes() {
        return task.inferred().entrySet().stream().allMatch(this::hasItsType);
    }

    private boolean hasItsType(Map.Entry<String, InferredVariable> variable) {
        Symtab symbols = Symtab.instance(context);
        Names names = Names.instance(context);
        Symbol.ClassSymbol wrapper =
                symbols.getClass(
                        symbols.unnamedModule, names.fromString(variable.getValue().liveClass()));
        if (wrapper == null) {
            return false;
        }
        Symbol field =
                wrapper.members()
                        .findFirst(
                                names.fromString(variable.getKey()),
                                Symbol.VarSymbol.class::isInstance);
        return field != null
                && types.name(field.type)
                        .map(task.shown())
                        .filter(variable.getValue().type()::equals)
                        .isPresent();
    }

    /** The class files, of a snippet whose value has this type in full, or none. */
    private LaneResult written(String type) throws IOException {
        javac.generate();
        return findings.any
                ? new LaneResult.Refused()
                : new LaneResult.Compiled(files.written(), type);
    }
}
