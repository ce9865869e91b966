package dev.interleave.compiler;

import com.sun.source.util.TreePath;
import dev.interleave.wire.FromCompiler.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Says what may stand at a place of a cell.
 *
 * <p>Threading: one thread at a time.
 */
final class Completion {

    private static final int MAX_SUGGESTIONS = 200;

    /** Types that must be imported are offered once this much of their names is typed. */
    private static final int LETTERS_FOR_IMPORT = 3;

    private static final List<String> KEYWORDS =
            List.of(
                    "boolean",
                    "break",
                    "byte",
                    "case",
                    "catch",
                    "char",
                    "class",
                    "continue",
                    "default",
                    "do",
                    "double",
                    "else",
                    "enum",
                    "extends",
                    "false",
                    "final",
                    "finally",
                    "float",
                    "for",
                    "if",
                    "implements",
                    "import",
                    "instanceof",
                    "int",
                    "interface",
                    "long",
                    "new",
                    "null",
                    "private",
                    "public",
                    "record",
                    "return",
                    "sealed",
                    "short",
                    "static",
                    "super",
                    "switch",
                    "synchronized",
                    "this",
                    "throw",
                    "throws",
                    "true",
                    "try",
                    "var",
                    "void",
                    "volatile",
                    "when",
                    "while",
                    "yield");

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    /** What programs use most comes first. */
    private static final List<String> PACKAGES =
            List.of(
                    "java.lang",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "java.util.function",
                    "java.util.stream",
                    "java.time");

    private final CellAnalysis analysis;
    private final ImportIndex index;

    Completion(CellAnalysis analysis, ImportIndex index) {
        this.analysis = analysis;
        this.index = index;
    }

    /** Suggestions that replace the cell's text from {@code anchor}, likely ones first. */
    record Result(int anchor, List<Suggestion> suggestions) {}

    Result complete(CellSource cell, int offset, Surroundings around) {
        return CursorText.at(cell.text(), offset)
                .map(cursor -> new Result(cursor.anchor(), suggestions(cursor, around)))
                .orElse(new Result(offset, List.of()));
    }

    private List<Suggestion> suggestions(CursorText cursor, Surroundings around) {
        Piece current =
                RoughSplit.of(cursor.text()).stream().filter(cursor::in).findFirst().orElseThrow();
        if (RoughSplit.kind(current) == PieceKind.IMPORT) {
            return imports(current, cursor);
        }
        return analysis.analyze(
                pieces(cursor, around, analysis),
                around,
                cursor.member() ? Set.of() : namesThatBegin(cursor.word(), around),
                _ -> {},
                analyzed ->
                        AtCursor.find(analyzed, cursor.name())
                                .map(at -> new Collector(cursor, at, around).collect())
                                .orElse(List.of()));
    }

    /** The snippets of a text with a cursor, of which that with the cursor may not parse. */
    static Map<Piece, PieceKind> pieces(
            CursorText cursor, Surroundings around, CellAnalysis analysis) {
        if (around.file().isPresent()) {
            return CellAnalysis.wholeFile(cursor.text());
        }
        Map<Piece, PieceKind> kinds = new LinkedHashMap<>();
        for (Piece piece : RoughSplit.of(cursor.text())) {
            kinds.put(
                    piece,
                    cursor.in(piece)
                            ? RoughSplit.kind(piece)
                            : analysis.kinds(List.of(piece)).get(piece));
        }
        return kinds;
    }

    private static Set<String> namesThatBegin(String prefix, Surroundings around) {
        return Stream.concat(around.names().names().stream(), around.kept().keySet().stream())
                .filter(name -> begins(name, prefix))
                .filter(name -> !name.startsWith("$") || prefix.startsWith("$"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whatever the case of its letters. */
    private static boolean begins(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private List<Suggestion> imports(Piece line, CursorText cursor) {
        String before = cursor.text().substring(line.start(), cursor.anchor());
        String packageName =
                before.replaceFirst("^import\\s+(static\\s+)?", "")
                        .replaceAll("\\s", "")
                        .replaceFirst("\\.$", "");
        List<Suggestion> found = new ArrayList<>();
        index.packagesIn(packageName).stream()
                .filter(name -> begins(name, cursor.word()))
                .forEach(name -> found.add(plain(name, "package")));
        index.typesIn(packageName).stream()
                .filter(name -> begins(name, cursor.word()))
                .forEach(name -> found.add(plain(name, "class")));
        return found.subList(0, Math.min(MAX_SUGGESTIONS, found.size()));
    }

    private static Suggestion plain(String text, String kind) {
        return new Suggestion(text, kind, "", "", false);
    }

    /** Collects the suggestions for one place. */
    private final class Collector {

        private final CursorText cursor;
        private final AtCursor at;
        private final Surroundings around;
        private final ExpectedTypes expected;
        private final Map<String, Suggestion> found = new LinkedHashMap<>();
        private final Map<String, Integer> overloads = new LinkedHashMap<>();

        Collector(CursorText cursor, AtCursor at, Surroundings around) {
            this.cursor = cursor;
            this.at = at;
            this.around = around;
            this.expected = new ExpectedTypes(at);
        }

        List<Suggestion> collect() {
            if (at.declares()) {
                return List.of();
            }
            if (at.isMember()) {
                members();
            } else {
                names();
            }
            List<Suggestion> sorted = new ArrayList<>(found.values());
            sorted.replaceAll(this::withOverloads);
            sorted.sort(Comparator.comparing(this::rank));
            return List.copyOf(sorted.subList(0, Math.min(MAX_SUGGESTIONS, sorted.size())));
        }

        /** What fits comes first, then what is written as the word is. */
        private int rank(Suggestion s) {
            return (s.fits() ? 0 : 2) + (s.text().startsWith(cursor.word()) ? 0 : 1);
        }

        private void members() {
            List<Element> members = new ArrayList<>(at.members(cursor.reference()));
            members.sort(Comparator.comparing(this::distance).thenComparing(Collector::name));
            members.forEach(this::add);
            if (at.site() != null && at.site().getKind() == TypeKind.ARRAY) {
                offer("length", "field", "int");
            }
            if (at.trees().getElement(new TreePath(at.path(), at.qualifier()))
                    instanceof PackageElement pack) {
                packageMembers(pack.getQualifiedName().toString());
            }
            if (cursor.reference()) {
                offer("new", "keyword", "");
            }
        }

        private void packageMembers(String packageName) {
            index.packagesIn(packageName).forEach(name -> offer(name, "package", ""));
            index.typesIn(packageName).forEach(name -> offer(name, "class", packageName));
        }

        private static String name(Element member) {
            return member.getSimpleName().toString();
        }

        /** How far from its own class a member is, or how little it says. */
        private int distance(Element member) {
            if (ofObject(member) || OF_EVERY_OBJECT.contains(member.getSimpleName().toString())) {
                return 2;
            }
            return at.types().asElement(at.site()) == member.getEnclosingElement() ? 0 : 1;
        }

        private static boolean ofObject(Element member) {
            return member.getEnclosingElement().toString().equals("java.lang.Object");
        }

        private void names() {
            at.constantsOfSwitch().forEach(this::add);
            at.locals().forEach(this::add);
            at.membersAround().stream().filter(member -> !ofObject(member)).forEach(this::add);
            at.imported().forEach(this::add);
            if (around.file().isPresent()) {
                at.typesOfFiles().forEach(this::add);
            }
            around.names().types().forEach(name -> offer(name, "class", ""));
            platformTypes();
            KEYWORDS.forEach(word -> offer(word, "keyword", ""));
            at.membersAround().stream().filter(Collector::ofObject).forEach(this::add);
            typesToImport();
        }

        private void platformTypes() {
            if (!cursor.word().isEmpty()) {
                PlatformTypes platform = analysis.platform();
                platform.names().stream()
                        .filter(name -> name.startsWith(cursor.word()))
                        .flatMap(
                                name ->
                                        platform.publicPackagesOf(name).stream()
                                                .map(p -> type(p, name)))
                        .filter(type -> !isUnreachable(type))
                        .sorted(
                                Comparator.comparing(Collector::rarity)
                                        .thenComparing(Suggestion::text))
                        .forEach(type -> found.putIfAbsent(type.text(), type));
            }
        }

        /** A cell knows it; a file may have to import it. */
        private Suggestion type(String packageName, String name) {
            boolean known = around.file().isEmpty() || at.imports(packageName, name);
            String imported = known ? "" : packageName + "." + name;
            return new Suggestion(name, "class", packageName, imported, false);
        }

        private boolean isUnreachable(Suggestion type) {
            return around.file().isPresent() && type.detail().equals(PlatformTypes.DISPLAY_PACKAGE);
        }

        private static int rarity(Suggestion type) {
            int known = PACKAGES.indexOf(type.detail());
            return known < 0 ? PACKAGES.size() : known;
        }

        private void typesToImport() {
            if (cursor.word().length() >= LETTERS_FOR_IMPORT
                    && Character.isUpperCase(cursor.word().charAt(0))) {
                index.namesThatBegin(cursor.word())
                        .forEach(name -> index.typesNamed(name).forEach(t -> toImport(name, t)));
            }
        }

        private void toImport(String name, String type) {
            if (!found.containsKey(name)) {
                String owner = type.substring(0, type.length() - name.length() - 1);
                found.put(name + " " + type, new Suggestion(name, "class", owner, type, false));
            }
        }

        private void offer(String text, String kind, String detail) {
            if (begins(text, cursor.word())) {
                found.putIfAbsent(text, new Suggestion(text, kind, detail, "", false));
            }
        }

        private void add(Element element) {
            String name = element.getSimpleName().toString();
            if (name.isEmpty() || name.endsWith("$") || !begins(name, cursor.word())) {
                return;
            }
            TypeMirror type = at.typeOf(element);
            String text = name + brackets(element);
            Suggestion suggestion =
                    new Suggestion(
                            text,
                            ElementText.kind(element),
                            ElementText.detail(element, type),
                            "",
                            expected.fits(element, type));
            if (suggestion.kind().equals("method")) {
                overloads.merge(name, 1, Integer::sum);
            }
            String key = suggestion.kind().equals("method") ? name + "()" : name;
            found.merge(key, suggestion, (a, b) -> a.fits() || !b.fits() ? a : b);
        }

        private String brackets(Element element) {
            if (!(element instanceof ExecutableElement method) || cursor.reference()) {
                return "";
            }
            return method.getParameters().isEmpty() ? "()" : "(";
        }

        private Suggestion withOverloads(Suggestion s) {
            int more = overloads.getOrDefault(s.text().replaceAll("\\(.*", ""), 1) - 1;
            return more == 0 || !s.kind().equals("method")
                    ? s
                    : new Suggestion(
                            s.text(), s.kind(), s.detail() + "  +" + more, s.imported(), s.fits());
        }
    }
}
