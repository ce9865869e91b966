package dev.interleave.compiler;

import dev.interleave.wire.ToCompiler.Edited;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileObject;

/**
 * What a source may refer to.
 *
 * @param names what the session has declared and imported
 * @param classes the class files behind the names
 * @param fresh whether nothing has run yet, so that other cells may define whatever is missing
 * @param kept the types of values such as {@code $1} that JShell does not know yet, by their names
 * @param file what the source is if it is no cell; then there is nothing of a session
 */
record Surroundings(
        SessionNames names,
        List<JavaFileObject> classes,
        boolean fresh,
        Map<String, String> kept,
        Optional<Edited> file) {

    /** A file sees what it imports and the files beside it. */
    static Surroundings of(Edited file) {
        return new Surroundings(SessionNames.none(), List.of(), false, Map.of(), Optional.of(file));
    }
}
