package dev.interleave.compiler;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.JavaFileObject;

/**
 * A snippet that is to be compiled in the lane.
 *
 * @param source of one class whose second member is the method with the snippet
 * @param kind what the snippet is taken for
 * @param classes those of the session
 * @param inferred variables that the snippet uses and whose type was inferred
 * @param shown how a type in full is shown in this session
 */
record LaneTask(
        String source,
        LaneSyntax.Kind kind,
        List<JavaFileObject> classes,
        Map<String, InferredVariable> inferred,
        UnaryOperator<String> shown) {

    /** The live class that a variable is in, and the type that JShell shows for it. */
    record InferredVariable(String liveClass, String type) {}
}
