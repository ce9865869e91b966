package dev.interleave.compiler;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.util.Context;
import dev.interleave.wire.ToCompiler.Edited;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Tasks of javac for whole files, as submissions are compiled: with preview features and nothing on
 * the class path. Each task has a context of its own, because a file may declare packages and
 * modules, which no other question may see.
 *
 * <p>Threading: one task at a time.
 */
final class FileJavac {

    private static final List<String> PREVIEW = List.of("--enable-preview", "--source", "25");

    private final List<String> arguments = new ArrayList<>(PREVIEW);
    private final Budget budget;
    private final JavacTool tool = JavacTool.create();
    private final LaneFiles files;

    FileJavac(List<String> arguments, Budget budget) {
        this.arguments.addAll(arguments);
        this.budget = budget;
        StandardJavaFileManager platform = tool.getStandardFileManager(null, null, null);
        try {
            platform.setLocation(StandardLocation.CLASS_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files = new LaneFiles(platform);
    }

    /**
     * A task for this text of a file and the files beside it, whose units come in this order.
     *
     * @param listener hears of the file alone
     */
    JavacTask task(Edited file, String text, DiagnosticListener<JavaFileObject> listener) {
        Context context = new Context();
        BoundedAttr.install(context, budget);
        JavaFileObject first = LaneFiles.file(file.file(), text);
        List<JavaFileObject> sources = new ArrayList<>(List.of(first));
        file.others().forEach(each -> sources.add(LaneFiles.file(each.file(), each.text())));
        DiagnosticListener<JavaFileObject> ofFirst =
                diagnostic -> {
                    if (diagnostic.getSource() == first) {
                        listener.report(diagnostic);
                    }
                };
        return tool.getTask(
                new PrintWriter(Writer.nullWriter()),
                files,
                ofFirst,
                arguments,
                null,
                sources,
                context);
    }
}
