package dev.interleave.lessons.build;

import java.util.List;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;

/**
 * The parser of AsciiDoc. Its engine starts with the first file, which costs seconds; each later
 * one costs some tens of milliseconds.
 *
 * <p>Threading: for one thread.
 */
final class AsciiDoc implements AutoCloseable {

    /** What {@link Links} finds as well, and can say better. */
    private static final List<String> CHECKED_ELSEWHERE =
            List.of("possible invalid reference", "id assigned to");

    /** AsciidoctorJ logs here as well; held so that its setting is not collected. */
    private static final Logger OWN_LOG = Logger.getLogger("asciidoctor");

    private Asciidoctor asciidoctor;

    /** Parses a file; whatever the parser complains about becomes a problem of the file. */
    Parsed parse(Source source) {
        start();
        LogHandler handler = log -> report(source, log);
        asciidoctor.registerLogHandler(handler);
        try {
            var document = asciidoctor.load(source.text(), options(source.language()));
            return new Parsed(document, document.convert());
        } finally {
            asciidoctor.unregisterLogHandler(handler);
        }
    }

    /** Whether the engine runs, which it does from the first file on. */
    boolean isStarted() {
        return asciidoctor != null;
    }

    private void start() {
        if (!isStarted()) {
            OWN_LOG.setUseParentHandlers(false);
            asciidoctor = Asciidoctor.Factory.create();
            asciidoctor.javaExtensionRegistry().blockMacro("exercise", Placeholder.class);
        }
    }

    private static void report(Source source, LogRecord log) {
        var message = log.getMessage();
        if (CHECKED_ELSEWHERE.stream().anyMatch(message::startsWith)) {
            return;
        }
        var culprit = message.substring(message.lastIndexOf(' ') + 1);
        var line = log.getCursor() == null ? -1 : log.getCursor().getLineNumber();
        source.problem(
                line > 0 ? line : source.lineOf("{" + culprit + "}", culprit),
                "AsciiDoc does not understand this as it was meant: " + message);
    }

    private static Options options(String language) {
        var attributes =
                Attributes.builder()
                        .attribute("lang", language)
                        .attribute("source-highlighter", "rouge")
                        .attribute("rouge-css", "class")
                        .attribute("relfilesuffix", "")
                        .attribute("sectids", null)
                        .attribute("example-caption", null)
                        .attribute("table-caption", null)
                        .attribute("attribute-missing", "warn")
                        .build();
        return Options.builder()
                .safe(SafeMode.SECURE)
                .sourcemap(true)
                .standalone(false)
                .attributes(attributes)
                .build();
    }

    @Override
    public void close() {
        if (isStarted()) {
            asciidoctor.shutdown();
        }
    }

    /** A parsed file: its blocks, and the HTML that AsciiDoc makes of them. */
    record Parsed(Document document, String html) {}
}
