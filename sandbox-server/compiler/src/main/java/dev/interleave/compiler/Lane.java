package dev.interleave.compiler;

import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Compiles snippets that declare nothing with a single task of javac, in a context that all
 * sessions share.
 *
 * <p>Threading: any thread; one task at a time.
 */
final class Lane {

    /** Names of learners pile up in a context, so it is replaced now and then. */
    private static final int TASKS_OF_A_CONTEXT = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final LaneFiles files;
    private final List<String> options;
    private final PlatformTypes platform;
    private JavacTaskPool pool = new JavacTaskPool(1);
    private int tasks;

    Lane(LaneFiles files, List<String> options, PlatformTypes platform) {
        this.files = files;
        this.options = options;
        this.platform = platform;
    }

    /** The task's result, or empty at once if the lane is at work for somebody else. */
    Optional<LaneResult> tryCompile(LaneTask task) {
        if (!lock.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(compileLocked(task));
        } finally {
            lock.unlock();
        }
    }

    LaneResult compile(LaneTask task) {
        lock.lock();
        try {
            return compileLocked(task);
        } finally {
            lock.unlock();
        }
    }

    private LaneResult compileLocked(LaneTask task) {
        if (++tasks % TASKS_OF_A_CONTEXT == 0) {
            pool = new JavacTaskPool(1);
        }
        files.use(task.classes());
        LaneWork.Findings findings = new LaneWork.Findings();
        return pool.getTask(
                new PrintWriter(Writer.nullWriter()),
                files,
                findings::add,
                options,
                null,
                List.of(LaneFiles.source(task.source())),
                javac -> {
                    Context context = ((BasicJavacTask) javac).getContext();
                    try {
                        return new LaneWork(task, javac, findings, files, platform).result();
                    } finally {
                        forgetSession(context);
                    }
                });
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
