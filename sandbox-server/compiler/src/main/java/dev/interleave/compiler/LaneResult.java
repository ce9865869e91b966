package dev.interleave.compiler;

import dev.interleave.wire.ClassFile;
import java.util.List;

/** What became of a snippet in the lane. */
sealed interface LaneResult {

    /**
     * It compiles, and means what it means to JShell.
     *
     * @param type of the value in full, null for a statement
     */
    record Compiled(List<ClassFile> classes, String type) implements LaneResult {}

    /** It is of the other form: an expression that has no value, or a statement that has one. */
    record OtherForm() implements LaneResult {}

    /** It is JShell's: it does not compile, or it is not certain that it would mean the same. */
    record Refused() implements LaneResult {}
}
