package dev.interleave.sandbox.cell;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.WireException;
import java.util.stream.Stream;

/** Looks at what a compiler JVM sends as at a stranger's word. */
final class CompilerMessages {

    private CompilerMessages() {}

    /**
     * The front end that this message is from.
     *
     * @throws WireException if it has no text where our own compiler always has one
     */
    static int checkedFrontEnd(FromCompiler message) throws WireException {
        return switch (message) {
            case FromCompiler.Opened m -> m.session();
            case FromCompiler.Load m -> m.session();
            case FromCompiler.Invoke m -> with(m.session(), m.className(), m.method());
            case FromCompiler.ReadVariable m -> with(m.session(), m.className(), m.field());
            case FromCompiler.Publish m -> with(m.session(), m.className(), m.field(), m.key());
            case FromCompiler.Changed m ->
                    with(m.session(), m.snippet().id(), m.snippet().name(), m.snippet().source());
            case FromCompiler.Found m -> with(m.session(), m.problem().message());
            case FromCompiler.Value m -> with(m.session(), m.name(), m.text());
            case FromCompiler.Thrown m -> m.session();
            case FromCompiler.Evaluated m -> m.session();
            case FromCompiler.Rebuilt m -> m.session();
            case FromCompiler.Completed m -> m.session();
            case FromCompiler.Documented m -> m.session();
            case FromCompiler.Checked m -> m.session();
            case FromCompiler.Overrun m -> m.session();
            case FromCompiler.Ready _ -> throw new WireException("a ready out of place");
        };
    }

    private static int with(int frontEnd, String... texts) throws WireException {
        if (Stream.of(texts).anyMatch(text -> text == null)) {
            throw new WireException("a text is missing");
        }
        return frontEnd;
    }
}
