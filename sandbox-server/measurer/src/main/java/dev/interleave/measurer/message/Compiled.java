package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/**
 * What became of a {@link CompileOrder}.
 *
 * @param gaveUp javac itself failed; the JVM that says so ends
 * @param errors if there are any, there are no classes
 * @param lints what may make a measurement of it worthless
 * @param entry what to measure; null if there are errors
 */
public record Compiled(
        boolean gaveUp,
        List<Remark> errors,
        List<Remark> lints,
        List<CompiledClass> classes,
        Entry entry) {

    private static final int TAG = 2;
    private static final int MOST_REMARKS = 100;
    private static final int MOST_CLASSES = 1000;

    public static Compiled afterGivingUp() {
        return new Compiled(true, List.of(), List.of(), List.of(), null);
    }

    public static Compiled failed(List<Remark> errors) {
        return new Compiled(false, errors, List.of(), List.of(), null);
    }

    public void write(WireWriter out) {
        out.begin(TAG)
                .bool(gaveUp)
                .list(errors, Remark::write)
                .list(lints, Remark::write)
                .list(classes, CompiledClass::write)
                .bool(entry != null);
        if (entry != null) {
            entry.write(out);
        }
    }

    /** Reads the frame whose tag was just returned. */
    public static Compiled read(int tag, WireReader in) throws WireException {
        if (tag != TAG) {
            throw new WireException("no answer " + tag + " of a compiler");
        }
        return in.end(
                new Compiled(
                        in.bool(),
                        in.list(MOST_REMARKS, Remark::read),
                        in.list(MOST_REMARKS, Remark::read),
                        in.list(MOST_CLASSES, CompiledClass::read),
                        in.bool() ? Entry.read(in) : null));
    }
}
