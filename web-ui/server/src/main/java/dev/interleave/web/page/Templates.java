package dev.interleave.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Turns page models into HTML. Each model has one template, which gets it as {@code page}.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Templates {

    private final TemplateEngine engine;

    private Templates(TemplateEngine engine) {
        this.engine = engine;
        engine.setTrimControlStructures(true);
    }

    /** The templates as the build compiled them. */
    public static Templates compiled() {
        return new Templates(TemplateEngine.createPrecompiled(ContentType.Html));
    }

    /** Templates that are compiled again whenever their source changes, for authors. */
    public static Templates reloading(Path sources, Path classes) {
        var resolver = new DirectoryCodeResolver(sources);
        return new Templates(TemplateEngine.create(resolver, classes, ContentType.Html));
    }

    /** The page as UTF-8 bytes. */
    public byte[] render(Page page) {
        return switch (page) {
            case HomePage _ -> render("home.jte", page);
            case LessonPage _ -> render("lesson.jte", page);
            case CardsPage _ -> render("cards.jte", page);
            case GlossaryPage _ -> render("glossary.jte", page);
            case NotesPage _ -> render("notes.jte", page);
            case TeachingPage teaching -> render(teaching.template(), page);
            case ErrorPage _ -> render("error.jte", page);
        };
    }

    private byte[] render(String template, Object page) {
        var output = new Utf8ByteOutput();
        engine.render(template, page, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
