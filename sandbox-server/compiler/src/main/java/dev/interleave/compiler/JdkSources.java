package dev.interleave.compiler;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import jdk.internal.shellsupport.doc.JavadocHelper;

/**
 * Documentation from the sources of the JDK, which not every JDK has.
 *
 * <p>Threading: one thread at a time.
 */
final class JdkSources {

    private static final int MOST_REMEMBERED = 500;

    private final List<Path> modules;
    private final Map<String, Documented> remembered =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Documented> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    private JdkSources(List<Path> modules) {
        this.modules = modules;
    }

    /**
     * @param comment in HTML, may be empty
     */
    record Documented(String signature, String comment) {}

    /** The sources beside the running JDK. */
    static JdkSources find() {
        Path zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        return Files.isReadable(zip) ? of(zip) : new JdkSources(List.of());
    }

    private static JdkSources of(Path zip) {
        List<Path> modules = new ArrayList<>();
        try {
            // Stays open as long as this JVM lives: it is read again and again.
            FileSystem sources = FileSystems.newFileSystem(zip);
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(sources.getPath("/"))) {
                folders.forEach(modules::add);
            }
        } catch (IOException e) {
            modules.clear();
        }
        return new JdkSources(modules);
    }

    /** What the sources say of these elements, or what the class files say. */
    List<Documented> of(List<? extends Element> elements, JavacTask task) {
        try (JavadocHelper helper = JavadocHelper.create(task, modules)) {
            return elements.stream()
                    .map(
                            element ->
                                    remembered.computeIfAbsent(
                                            key(element), _ -> read(element, helper)))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String key(Element element) {
        return element.getEnclosingElement() + " " + element + " " + element.asType();
    }

    private static Documented read(Element element, JavadocHelper helper) {
        try {
            String comment = helper.getResolvedDocComment(element);
            return new Documented(
                    ElementText.signature(helper.getSourceElement(element)),
                    comment == null ? "" : comment);
        } catch (IOException e) {
            return new Documented(ElementText.signature(element), "");
        }
    }
}
