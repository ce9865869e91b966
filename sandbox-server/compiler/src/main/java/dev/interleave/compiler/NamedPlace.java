package dev.interleave.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.tree.JCTree;
import java.util.Collection;
import java.util.Optional;
import javax.lang.model.element.Name;

/** Finds what a name in a cell belongs to. */
final class NamedPlace extends TreePathScanner<Void, Void> {

    private final CellAnalysis.Analyzed cell;
    private final SourcePositions positions;
    private final String name;
    private final long start;
    private TreePath found;

    private NamedPlace(CellAnalysis.Analyzed cell, String name, long start) {
        this.cell = cell;
        this.positions = cell.trees().getSourcePositions();
        this.name = name;
        this.start = start;
    }

    /**
     * @param start of the name in the cell
     */
    static Optional<TreePath> find(
            CellAnalysis.Analyzed cell, Collection<Piece> pieces, int start, String name) {
        return pieces.stream()
                .filter(piece -> piece.start() <= start && start < piece.end())
                .findFirst()
                .flatMap(piece -> cell.source().inSource(piece, start))
                .map(place -> find(cell, name, place));
    }

    private static TreePath find(CellAnalysis.Analyzed cell, String name, int start) {
        NamedPlace place = new NamedPlace(cell, name, start);
        place.scan(cell.unit(), null);
        return place.found;
    }

    /**
     * {@code from} and {@code to} are where the name may begin at the earliest and at the latest.
     */
    private void see(Name seen, long from, long to) {
        if (name.contentEquals(seen) && from <= start && start <= to) {
            found = getCurrentPath();
        }
    }

    private long startOf(Tree tree) {
        return positions.getStartPosition(cell.unit(), tree);
    }

    private long endOf(Tree tree) {
        return positions.getEndPosition(cell.unit(), tree);
    }

    @Override
    public Void visitErroneous(ErroneousTree node, Void unused) {
        return scan(node.getErrorTrees(), unused);
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void unused) {
        see(node.getName(), startOf(node), startOf(node));
        return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void unused) {
        long end = endOf(node);
        see(node.getIdentifier(), end - name.length(), end);
        return super.visitMemberSelect(node, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void unused) {
        see(node.getName(), endOf(node.getQualifierExpression()), endOf(node));
        return super.visitMemberReference(node, unused);
    }

    @Override
    public Void visitVariable(VariableTree node, Void unused) {
        long at = ((JCTree) node).pos;
        see(node.getName(), at, at);
        return super.visitVariable(node, unused);
    }

    @Override
    public Void visitMethod(MethodTree node, Void unused) {
        long at = ((JCTree) node).pos;
        see(node.getName(), at, at);
        return super.visitMethod(node, unused);
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
        see(node.getSimpleName(), startOf(node), firstMember(node));
        return super.visitClass(node, unused);
    }

    private long firstMember(ClassTree node) {
        return node.getMembers().stream()
                .mapToLong(this::startOf)
                .filter(at -> at > startOf(node))
                .min()
                .orElse(endOf(node));
    }
}
