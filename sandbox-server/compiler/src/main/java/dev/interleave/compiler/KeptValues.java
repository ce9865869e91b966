package dev.interleave.compiler;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values of expressions that have a name ({@code $1}) but are not known to JShell yet: each is in a
 * field of the class that computed it. JShell gets to know those that a later snippet names.
 */
final class KeptValues {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{javaJavaIdentifierPart}]+");

    private final Map<String, Kept> values = new HashMap<>();

    /**
     * @param liveClass that has the field
     * @param type in full, as it can be declared now
     */
    record Kept(String name, String liveClass, String type) {

        /** For a value whose type is about to mean something else. */
        Kept ofAnyType() {
            return new Kept(name, liveClass, "java.lang.Object");
        }
    }

    void add(Kept kept) {
        values.put(kept.name(), kept);
    }

    /** The type of each by its name. */
    Map<String, String> types() {
        return values.values().stream().collect(Collectors.toMap(Kept::name, Kept::type));
    }

    /** Those among the names, which are forgotten here. */
    List<Kept> take(Collection<String> names) {
        return names.stream().map(values::remove).filter(kept -> kept != null).toList();
    }

    /** Those whose type has one of these names in it, which are forgotten here. */
    List<Kept> takeOfTypes(Collection<String> typeNames) {
        List<String> found =
                values.values().stream()
                        .filter(
                                kept ->
                                        NOT_A_WORD
                                                .splitAsStream(kept.type())
                                                .anyMatch(typeNames::contains))
                        .map(Kept::name)
                        .toList();
        return take(found);
    }
}
