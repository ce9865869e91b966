package dev.interleave.compiler;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import dev.interleave.wire.ToCompiler.Options;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A context of javac that serves sources of many sessions, one after the other: what it knows of
 * the platform stays, what it learns of a session goes.
 *
 * <p>Threading: one task at a time.
 */
final class SharedJavac {

    /** Names of learners pile up in a context, so it is replaced now and then. */
    private static final int TASKS_OF_A_CONTEXT = 50_000;

    private final LaneFiles files;
    private final List<String> arguments;
    private final Consumer<Context> preparation;
    private JavacTaskPool pool = new JavacTaskPool(1);
    private int tasks;

    SharedJavac(Options options, List<String> ownArguments) {
        this(options, ownArguments, _ -> {});
    }

    /**
     * @param preparation what to do with a context before each task
     */
    SharedJavac(Options options, List<String> ownArguments, Consumer<Context> preparation) {
        this.preparation = preparation;
        files = files(options);
        arguments =
                Stream.concat(ownArguments.stream(), JavacOptions.of(options).stream()).toList();
    }

    private static LaneFiles files(Options options) {
        StandardJavaFileManager platform =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
        try {
            platform.setLocation(StandardLocation.CLASS_PATH, JavacOptions.classPath(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LaneFiles(platform);
    }

    /** Runs the job with a task for this source, which sees these classes of its session. */
    <T> T run(
            String source,
            List<JavaFileObject> classes,
            DiagnosticListener<JavaFileObject> listener,
            Function<JavacTask, T> job) {
        if (++tasks % TASKS_OF_A_CONTEXT == 0) {
            pool = new JavacTaskPool(1);
        }
        files.use(classes);
        return pool.getTask(
                new PrintWriter(Writer.nullWriter()),
                files,
                listener,
                arguments,
                null,
                List.of(LaneFiles.source(source)),
                javac -> {
                    Context context = ((BasicJavacTask) javac).getContext();
                    preparation.accept(context);
                    try {
                        return job.apply(javac);
                    } finally {
                        forgetSession(context);
                    }
                });
    }

    /** What the task under way reads and writes. */
    LaneFiles files() {
        return files;
    }

    /** Another session has other classes of the same names. */
    private static void forgetSession(Context context) {
        Symtab symbols = Symtab.instance(context);
        Name prefix = Names.instance(context).fromString(LaneFiles.PACKAGE + ".");
        List<Name> classes = new ArrayList<>();
        for (Symbol.ClassSymbol symbol : symbols.getAllClasses()) {
            if (symbol.flatname.startsWith(prefix)) {
                classes.add(symbol.flatname);
            }
        }
        classes.forEach(name -> symbols.removeClass(symbols.unnamedModule, name));
        Symbol.PackageSymbol repl =
                symbols.getPackage(
                        symbols.unnamedModule,
                        Names.instance(context).fromString(LaneFiles.PACKAGE));
        if (repl != null) {
            repl.members_field = null;
            repl.completer = ClassFinder.instance(context).getCompleter();
        }
    }
}
