package dev.interleave.compiler;

import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/**
 * What a cell of a session may refer to.
 *
 * @param names what the session has declared and imported
 * @param classes the class files behind the names
 * @param fresh whether nothing has run yet, so that other cells may define whatever is missing
 * @param kept the types of values such as {@code $1} that JShell does not know yet, by their names
 */
record Surroundings(
        SessionNames names,
        List<JavaFileObject> classes,
        boolean fresh,
        Map<String, String> kept) {}
