package dev.interleave.measurer.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.interleave.measurer.message.Compiled;
import dev.interleave.measurer.message.Entry;
import dev.interleave.measurer.message.Remark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a version, finds the method to measure in it, and looks for what may spoil it. */
final class Compilation {

    private static final List<String> OPTIONS =
            List.of(
                    "-source",
                    "25",
                    "-target",
                    "25",
                    "--enable-preview",
                    "-proc:none",
                    "-implicit:none",
                    "-nowarn",
                    "-Xlint:none",
                    "-XDsuppressNotes",
                    "-Xmaxerrs",
                    "20",
                    "-g");

    /** What javac wants of a file of methods without a class, and a version need not have. */
    private static final String MAIN = "\nvoid main() {}\n";

    private final Problems problems = new Problems();
    private final String source;

    private Compilation(String source) {
        this.source = source;
    }

    static Compiled of(String source) throws IOException {
        Compilation plain = new Compilation(source);
        Compiled compiled = plain.run();
        return plain.problems.wantsMain() ? new Compilation(source + MAIN).run() : compiled;
    }

    private Compiled run() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            VersionFiles memory = new VersionFiles(files);
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    memory,
                                    problems,
                                    OPTIONS,
                                    null,
                                    List.of(new VersionSource(source)));
            List<CompilationUnitTree> units =
                    StreamSupport.stream(task.parse().spliterator(), false)
                            .collect(Collectors.toList());
            List<TypeElement> types = types(task.analyze());
            return problems.errors().isEmpty()
                    ? finish(task, units.getFirst(), types, memory)
                    : Compiled.failed(problems.errors());
        }
    }

    private static List<TypeElement> types(Iterable<? extends Element> elements) {
        return ElementFilter.typesIn(
                        StreamSupport.stream(elements.spliterator(), false)
                                .collect(Collectors.<Element>toSet()))
                .stream()
                .toList();
    }

    private Compiled finish(
            JavacTask task, CompilationUnitTree unit, List<TypeElement> types, VersionFiles memory)
            throws IOException {
        JmhParts jmh = JmhParts.of(Trees.instance(task), unit, types);
        if (!jmh.errors().isEmpty()) {
            return Compiled.failed(jmh.errors());
        }
        switch (EntryFinder.find(types)) {
            case EntryFinder.Found.None(String why) -> {
                return Compiled.failed(List.of(new Remark(Remark.ERROR, 0, why)));
            }
            case EntryFinder.Found.One(ExecutableElement method) -> {
                List<Remark> lints = new ArrayList<>(jmh.lints());
                lints.addAll(Lints.of(Trees.instance(task), unit, method));
                Entry entry = entry(task, method);
                task.generate();
                return new Compiled(false, List.of(), lints, memory.written(), entry);
            }
        }
    }

    private static Entry entry(JavacTask task, ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return new Entry(
                task.getElements().getBinaryName(owner).toString(),
                method.getSimpleName().toString(),
                EntryFinder.serves(method));
    }
}
