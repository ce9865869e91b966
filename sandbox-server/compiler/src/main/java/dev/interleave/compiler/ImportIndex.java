package dev.interleave.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public types of the JDK by their simple names, nested ones included: what an import can make
 * known.
 *
 * <p>Threading: any thread.
 */
final class ImportIndex {

    private final NavigableMap<String, List<String>> typesByName = new TreeMap<>();
    private final NavigableMap<String, List<String>> typesByPackage = new TreeMap<>();
    private final Map<String, Boolean> isPublic = new ConcurrentHashMap<>();

    private ImportIndex() {}

    /** Reads the names of what the modules of the running JDK export to everybody. */
    static ImportIndex read() {
        ImportIndex index = new ImportIndex();
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        ModuleFinder.ofSystem().findAll().stream()
                .map(module -> module.descriptor())
                .filter(module -> !module.name().contains("incubator"))
                .forEach(module -> index.add(module, modules.resolve(module.name())));
        index.typesByName.values().forEach(types -> types.sort(ImportIndex::usual));
        return index;
    }

    private void add(ModuleDescriptor module, Path folder) {
        module.exports().stream()
                .filter(export -> !export.isQualified())
                .forEach(export -> add(export.source(), folder));
    }

    private void add(String packageName, Path module) {
        Path folder = module.resolve(packageName.replace('.', '/'));
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.class")) {
            for (Path file : files) {
                add(packageName, file.getFileName().toString().replace(".class", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String packageName, String className) {
        String simple = className.substring(className.lastIndexOf('$') + 1);
        boolean named = !simple.isEmpty() && Character.isJavaIdentifierStart(simple.charAt(0));
        if (named && className.indexOf('-') < 0) {
            String full = packageName + "." + className;
            typesByName.computeIfAbsent(simple, _ -> new ArrayList<>(1)).add(full);
            if (simple.equals(className)) {
                typesByPackage.computeIfAbsent(packageName, _ -> new ArrayList<>()).add(full);
            }
        }
    }

    /** What most programs mean comes first: java before javax before others, outer types first. */
    private static int usual(String a, String b) {
        int byKind = Integer.compare(rank(a), rank(b));
        return byKind != 0 ? byKind : a.compareTo(b);
    }

    private static int rank(String type) {
        int nested = type.indexOf('$') >= 0 ? 1 : 0;
        if (type.startsWith("java.util.")) {
            return nested;
        }
        boolean old = type.startsWith("java.awt.") || type.startsWith("javax.");
        return (type.startsWith("java.") && !old ? 2 : old ? 4 : 6) + nested;
    }

    /** Public types of this simple name, as an import names them. */
    List<String> typesNamed(String simpleName) {
        return importable(typesByName.getOrDefault(simpleName, List.of()));
    }

    /** Simple names of types that begin so. */
    List<String> namesThatBegin(String prefix) {
        return typesByName
                .subMap(prefix, true, prefix + Character.MAX_VALUE, false)
                .keySet()
                .stream()
                .toList();
    }

    /** Simple names of the public types in a package. */
    List<String> typesIn(String packageName) {
        return importable(typesByPackage.getOrDefault(packageName, List.of())).stream()
                .map(type -> type.substring(packageName.length() + 1))
                .toList();
    }

    /** The next parts of the names of the packages that begin so. */
    List<String> packagesIn(String prefix) {
        String start = prefix.isEmpty() ? "" : prefix + ".";
        return typesByPackage
                .subMap(start, true, start + Character.MAX_VALUE, false)
                .keySet()
                .stream()
                .map(name -> name.substring(start.length()).split("\\.")[0])
                .distinct()
                .toList();
    }

    private List<String> importable(List<String> types) {
        return types.stream()
                .filter(type -> isPublic.computeIfAbsent(type, ImportIndex::isPublic))
                .map(type -> type.replace('$', '.'))
                .toList();
    }

    private static boolean isPublic(String className) {
        try {
            Class<?> type = Class.forName(className, false, ClassLoader.getSystemClassLoader());
            for (Class<?> t = type; t != null; t = t.getDeclaringClass()) {
                if (!Modifier.isPublic(t.getModifiers())) {
                    return false;
                }
            }
            return !type.isAnonymousClass() && !type.isLocalClass();
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
