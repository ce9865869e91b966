package dev.interleave.compiler;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Printer;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides which types of values the lane may handle and writes them down: those that have a name
 * that the cell could write, all of it accessible. Others (intersections, anonymous classes, hidden
 * implementations) JShell takes to pieces in its own way.
 */
final class LaneTypes {

    private final Types types;
    private final PlatformTypes platform;

    LaneTypes(Context context, PlatformTypes platform) {
        this.types = Types.instance(context);
        this.platform = platform;
    }

    /** The type in full, or empty if it is not for the lane. */
    Optional<String> name(Type type) {
        Type plain = types.upward(type, types.captures(type));
        return simple(plain)
                ? Optional.of(new Names().visit(plain, Locale.ROOT))
                : Optional.empty();
    }

    private boolean simple(Type type) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE -> true;
            case ARRAY -> simple(types.elemtype(type));
            case WILDCARD -> simple((Type.WildcardType) type);
            case DECLARED -> declared(type);
            default -> false;
        };
    }

    private boolean simple(Type.WildcardType wildcard) {
        return wildcard.type == null || simple(wildcard.type);
    }

    private boolean declared(Type type) {
        return !type.isIntersection()
                && accessible(type.tsym)
                && type.getTypeArguments().stream().allMatch(this::simple)
                && (!type.getEnclosingType().hasTag(TypeTag.CLASS)
                        || declared(type.getEnclosingType()));
    }

    private boolean accessible(Symbol.TypeSymbol symbol) {
        String packageName = symbol.packge().fullname.toString();
        if (symbol.name.isEmpty()) {
            return false;
        }
        if (packageName.equals(LaneFiles.PACKAGE)) {
            return (symbol.flags() & Flags.PRIVATE) == 0;
        }
        return platform.exports(packageName) && isPublic(symbol);
    }

    private static boolean isPublic(Symbol symbol) {
        for (Symbol s = symbol; s instanceof Symbol.ClassSymbol; s = s.owner) {
            if ((s.flags() & Flags.PUBLIC) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Writes types with the full names of their classes. */
    private static final class Names extends Printer {

        @Override
        protected String localize(Locale locale, String key, Object... arguments) {
            return key;
        }

        @Override
        protected String capturedVarId(Type.CapturedType type, Locale locale) {
            throw new IllegalStateException("captured types are projected away before");
        }

        @Override
        protected String className(Type.ClassType type, boolean longForm, Locale locale) {
            return longForm ? type.tsym.getQualifiedName().toString() : type.tsym.name.toString();
        }
    }
}
