package dev.interleave.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types that every cell knows: those that {@code import module java.base} makes known, which is
 * what the {@code jshell} tool begins with, and {@code Display}.
 */
final class PlatformTypes {

    /** What a cell shows with. */
    static final String DISPLAY = "Display";

    static final String DISPLAY_PACKAGE = DisplayClasses.PACKAGE;

    private final Map<String, List<String>> packagesOf = new HashMap<>();
    private final Map<String, List<String>> publicPackagesOf = new ConcurrentHashMap<>();
    private final Set<String> packages = new HashSet<>();

    private PlatformTypes() {}

    /** Reads the names from the running JDK. */
    static PlatformTypes read() {
        PlatformTypes types = new PlatformTypes();
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        ModuleDescriptor base = Object.class.getModule().getDescriptor();
        base.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .forEach(packageName -> types.add(packageName, jdk));
        types.addDisplay();
        return types;
    }

    private void addDisplay() {
        packages.add(DISPLAY_PACKAGE);
        packagesOf.put(DISPLAY, List.of(DISPLAY_PACKAGE));
        publicPackagesOf.put(DISPLAY, List.of(DISPLAY_PACKAGE));
    }

    private void add(String packageName, FileSystem jdk) {
        packages.add(packageName);
        Path folder = jdk.getPath("/modules/java.base", packageName.split("\\."));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".class", "");
                if (name.indexOf('$') < 0 && name.indexOf('-') < 0) {
                    packagesOf.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(packageName);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The packages that have a type of this name, those that are not public included, as the
     * compiler looks at them too.
     */
    List<String> packagesOf(String simpleName) {
        return packagesOf.getOrDefault(simpleName, List.of());
    }

    /** The packages that have a public type of this name. */
    List<String> publicPackagesOf(String simpleName) {
        return packagesOf(simpleName).isEmpty()
                ? List.of()
                : publicPackagesOf.computeIfAbsent(
                        simpleName,
                        name ->
                                packagesOf(name).stream()
                                        .filter(p -> isPublic(p + "." + name))
                                        .toList());
    }

    private static boolean isPublic(String className) {
        try {
            Class<?> type = Class.forName(className, false, null);
            return Modifier.isPublic(type.getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    boolean exports(String packageName) {
        return packages.contains(packageName);
    }

    Set<String> names() {
        return packagesOf.keySet();
    }
}
