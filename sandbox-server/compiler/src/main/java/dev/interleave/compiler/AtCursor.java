package dev.interleave.compiler;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What an attributed cell knows about the place where a name stands in it. */
final class AtCursor {

    private static final Set<TypeKind> HAVE_MEMBERS =
            EnumSet.of(TypeKind.DECLARED, TypeKind.ARRAY, TypeKind.INTERSECTION);

    private final CellAnalysis.Analyzed cell;
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final TreePath path;
    private final Scope scope;

    private AtCursor(CellAnalysis.Analyzed cell, TreePath path) {
        this.cell = cell;
        this.trees = cell.trees();
        this.elements = cell.task().getElements();
        this.types = cell.task().getTypes();
        this.path = path;
        this.scope = trees.getScope(path);
    }

    /** Where this name stands, if the parser has found it. */
    static Optional<AtCursor> find(CellAnalysis.Analyzed cell, String name) {
        TreePath[] found = new TreePath[1];
        new TreePathScanner<Void, Void>() {

            private Void see(CharSequence seen) {
                if (name.contentEquals(seen)) {
                    found[0] = getCurrentPath();
                }
                return null;
            }

            @Override
            public Void visitErroneous(ErroneousTree node, Void unused) {
                return scan(node.getErrorTrees(), unused);
            }

            @Override
            public Void visitIdentifier(IdentifierTree node, Void unused) {
                return see(node.getName());
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree node, Void unused) {
                super.visitMemberSelect(node, unused);
                return see(node.getIdentifier());
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree node, Void unused) {
                super.visitMemberReference(node, unused);
                return see(node.getName());
            }

            @Override
            public Void visitVariable(VariableTree node, Void unused) {
                see(node.getName());
                return super.visitVariable(node, unused);
            }
        }.scan(cell.unit(), null);
        return Optional.ofNullable(found[0]).map(path -> of(cell, path));
    }

    static AtCursor of(CellAnalysis.Analyzed cell, TreePath path) {
        return new AtCursor(cell, path);
    }

    TreePath path() {
        return path;
    }

    Trees trees() {
        return trees;
    }

    Types types() {
        return types;
    }

    Elements elements() {
        return elements;
    }

    CellAnalysis.Analyzed cell() {
        return cell;
    }

    /** The constants of the enum whose cases the name is in, if it is in any. */
    List<Element> constantsOfSwitch() {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof CaseTree) {
                TreePath outer = at.getParentPath();
                Tree selector =
                        outer.getLeaf() instanceof SwitchTree s
                                ? s.getExpression()
                                : ((SwitchExpressionTree) outer.getLeaf()).getExpression();
                TypeMirror type = trees.getTypeMirror(new TreePath(outer, selector));
                return type instanceof DeclaredType declared ? constants(declared) : List.of();
            }
        }
        return List.of();
    }

    private static List<Element> constants(DeclaredType type) {
        List<Element> found = new ArrayList<>();
        for (Element member : type.asElement().getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                found.add(member);
            }
        }
        return found;
    }

    /** Whether the name stands where a variable gets its name. */
    boolean declares() {
        return path.getLeaf() instanceof VariableTree;
    }

    /** Local variables and parameters, the innermost first. */
    List<Element> locals() {
        List<Element> found = new ArrayList<>();
        for (Scope s = scope;
                s != null && s.getEnclosingClass() != null;
                s = s.getEnclosingScope()) {
            for (Element element : s.getLocalElements()) {
                if (!isReceiver(element)) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    private static boolean isReceiver(Element element) {
        return element.getSimpleName().contentEquals("this")
                || element.getSimpleName().contentEquals("super");
    }

    /** Members of the classes around that can be named here, the innermost first. */
    List<Element> membersAround() {
        List<Element> found = new ArrayList<>();
        boolean needsStatic = false;
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof MethodTree method) {
                needsStatic |= method.getModifiers().getFlags().contains(Modifier.STATIC);
            } else if (at.getLeaf() instanceof ClassTree
                    && trees.getElement(at) instanceof TypeElement type) {
                for (Element member : elements.getAllMembers(type)) {
                    if (isNameable(member, (DeclaredType) type.asType(), needsStatic)) {
                        found.add(member);
                    }
                }
                needsStatic |= type.getModifiers().contains(Modifier.STATIC);
            }
        }
        return found;
    }

    private boolean isNameable(Element member, DeclaredType type, boolean needsStatic) {
        boolean isStatic =
                member.getModifiers().contains(Modifier.STATIC) || member instanceof TypeElement;
        return (isStatic || !needsStatic) && isNamed(member) && accessible(member, type);
    }

    /** What is imported by name from the classes around earlier snippets, and from elsewhere. */
    List<Element> imported() {
        List<Element> found = new ArrayList<>();
        for (ImportTree line : cell.unit().getImports()) {
            if (line.isStatic() && line.getQualifiedIdentifier() instanceof MemberSelectTree name) {
                TypeElement type = elements.getTypeElement(name.getExpression().toString());
                if (type != null) {
                    type.getEnclosedElements().stream()
                            .filter(e -> e.getSimpleName().equals(name.getIdentifier()))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    /** The types that the files declare outside of others. */
    List<Element> typesOfFiles() {
        List<Element> found = new ArrayList<>();
        for (CompilationUnitTree unit : cell.units()) {
            for (Tree declared : unit.getTypeDecls()) {
                Element type = trees.getElement(new TreePath(new TreePath(unit), declared));
                if (type != null) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    /** Whether a type of the platform is known here without another import. */
    boolean imports(String packageName, String name) {
        return packageName.equals("java.lang")
                || cell.unit().getImports().stream()
                        .filter(line -> !line.isStatic())
                        .anyMatch(line -> imports(line, packageName, name));
    }

    private static boolean imports(ImportTree line, String packageName, String name) {
        String imported = line.getQualifiedIdentifier().toString();
        return line.isModule()
                ? imported.equals("java.base") || imported.equals("java.se")
                : imported.equals(packageName + ".*") || imported.equals(packageName + "." + name);
    }

    /**
     * Members of what stands before the dot.
     *
     * @param reference whether two colons stand there instead, behind which anything may stand
     */
    List<Element> members(boolean reference) {
        TreePath before = new TreePath(path, qualifier());
        Element element = trees.getElement(before);
        TypeMirror type = site();
        if (type == null || !HAVE_MEMBERS.contains(type.getKind())) {
            return List.of();
        }
        boolean ofType =
                element != null && (element.getKind().isClass() || element.getKind().isInterface());
        List<Element> found = new ArrayList<>();
        for (Element member : allMembers(type)) {
            boolean isStatic =
                    member.getModifiers().contains(Modifier.STATIC)
                            || member instanceof TypeElement;
            boolean fits = reference ? isCallable(member) : isStatic == ofType;
            if (fits && isNamed(member) && accessible(member, type) && !isHidden(member)) {
                found.add(member);
            }
        }
        return found;
    }

    /** Here all classes are members of one; in a session each is for itself. */
    private boolean isHidden(Element member) {
        if (!member.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree
                    && member.getEnclosingElement().equals(trees.getElement(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCallable(Element member) {
        return ElementText.kind(member).equals("method");
    }

    /** What stands before the dot. */
    Tree qualifier() {
        return switch (path.getLeaf()) {
            case MemberSelectTree select -> select.getExpression();
            case MemberReferenceTree reference -> reference.getQualifierExpression();
            default -> throw new IllegalStateException("not a member");
        };
    }

    /** The type whose members can stand here. */
    TypeMirror site() {
        TypeMirror type = trees.getTypeMirror(new TreePath(path, qualifier()));
        while (type instanceof TypeVariable variable) {
            type = variable.getUpperBound();
        }
        return type;
    }

    boolean isMember() {
        return path.getLeaf() instanceof MemberSelectTree
                || path.getLeaf() instanceof MemberReferenceTree;
    }

    private Iterable<? extends Element> allMembers(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return elements.getAllMembers(elements.getTypeElement("java.lang.Object"));
        }
        List<Element> all = new ArrayList<>();
        List<? extends TypeMirror> parts =
                type.getKind() == TypeKind.INTERSECTION
                        ? types.directSupertypes(type)
                        : List.of(type);
        for (TypeMirror part : parts) {
            if (types.asElement(types.erasure(part)) instanceof TypeElement element) {
                all.addAll(elements.getAllMembers(element));
            }
        }
        return all;
    }

    private static boolean isNamed(Element member) {
        String name = member.getSimpleName().toString();
        return !name.startsWith("<") && !name.endsWith("$") && !name.isEmpty();
    }

    private boolean accessible(Element member, TypeMirror type) {
        return type instanceof DeclaredType declared
                ? trees.isAccessible(scope, member, declared)
                : member.getModifiers().contains(Modifier.PUBLIC);
    }

    /** The type of an element as it is seen from the place, with type arguments filled in. */
    TypeMirror typeOf(Element member) {
        if (isMember() && site() instanceof DeclaredType site && !(member instanceof TypeElement)) {
            try {
                return types.asMemberOf(site, member);
            } catch (IllegalArgumentException e) {
                return member.asType();
            }
        }
        return member.asType();
    }
}
