import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;

/**
 * Bundles what the browser gets with esbuild, without Node.js: {@code java -cp JARS WebBundle.java
 * SOURCES WORK OUT [--watch]}.
 *
 * <p>Every jar of the class path that holds an npm package is unpacked to {@code
 * WORK/node_modules}, the files of SOURCES named {@code *.entry.ts} and {@code *.entry.css} and its
 * pictures are bundled to OUT under names with a hash, and {@code OUT/manifest.json} maps {@code
 * lesson.js} to {@code lesson-5XZGTLUX.js}. With {@code --watch} names have no hash, nothing is
 * minified, and the program goes on until it is killed.
 */
final class WebBundle {

    private static final String PACKAGES = "META-INF/resources/_static/";
    private static final Pattern PACKAGE_NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern OUTPUT =
            Pattern.compile("(?!chunk-)(.+?)(?:\\.entry)?(?:-[A-Z0-9]{8})?\\.(js|css|svg|png)");

    /**
     * Parts that are loaded when somebody asks for them, grammars of the tabs that nobody opened
     * yet included.
     */
    private static final Pattern ON_CLICK =
            Pattern.compile(
                    ".*/(trace|schedules|compare)/.*|.*/lesson/history\\.ts"
                            + "|.*/@codemirror/lang-(rust|go|python)/.*");

    private static final int LESSON_KILOBYTES = 250;

    public static void main(String[] args) throws IOException, InterruptedException {
        Path sources = Path.of(args[0]);
        Path work = Path.of(args[1]);
        Path out = Path.of(args[2]);
        boolean watch = args.length > 3 && args[3].equals("--watch");
        Path modules = Files.createDirectories(work.resolve("node_modules"));
        unpackPackages(modules);
        deleteOldOutput(out);
        Process esbuild = start(sources, modules, work, out, watch);
        if (watch) {
            Runtime.getRuntime().addShutdownHook(new Thread(esbuild::destroy));
            writeManifest(out, namesWithoutHash(sources));
        }
        int status = esbuild.waitFor();
        if (status != 0) {
            System.exit(status);
        }
        writeManifest(out, names(out));
        printSizes(out);
        checkLessonSize(work.resolve("meta.json"), out);
    }

    private static void unpackPackages(Path modules) throws IOException {
        for (String entry :
                System.getProperty("java.class.path")
                        .split(Pattern.quote(java.io.File.pathSeparator))) {
            Path jar = Path.of(entry);
            if (Files.isRegularFile(jar)) {
                unpack(jar, modules);
            }
        }
    }

    /** Unpacks the npm package in the jar, if it has one that is not yet there. */
    private static void unpack(Path jar, Path modules) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry manifest = packageManifest(file);
            if (manifest == null) {
                return;
            }
            Path target = within(modules, packageName(file, manifest));
            Path stamp = target.resolve(".unpacked-from");
            String origin = jar + " " + Files.getLastModifiedTime(jar);
            if (Files.exists(stamp) && Files.readString(stamp).equals(origin)) {
                return;
            }
            String root = manifest.getName().substring(0, manifest.getName().lastIndexOf('/') + 1);
            for (ZipEntry each :
                    (Iterable<ZipEntry>) file.stream().<ZipEntry>map(e -> e)::iterator) {
                if (each.getName().startsWith(root) && !each.isDirectory()) {
                    copy(file, each, within(target, each.getName().substring(root.length())));
                }
            }
            Files.writeString(stamp, origin);
        }
    }

    /** The outermost {@code package.json} of a jar, or null where there is none. */
    private static ZipEntry packageManifest(JarFile file) {
        return file.stream()
                .filter(
                        e ->
                                e.getName().startsWith(PACKAGES)
                                        && e.getName().endsWith("/package.json"))
                .min(Comparator.comparingInt(e -> e.getName().length()))
                .orElse(null);
    }

    private static String packageName(JarFile file, ZipEntry manifest) throws IOException {
        try (InputStream in = file.getInputStream(manifest)) {
            Matcher name = PACKAGE_NAME.matcher(new String(in.readAllBytes()));
            if (!name.find()) {
                throw new IOException("no name in " + manifest.getName() + " of " + file.getName());
            }
            return name.group(1);
        }
    }

    /** A path below {@code folder}; a name that leads out of it is an attack or a broken jar. */
    private static Path within(Path folder, String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder.normalize())) {
            throw new IOException(name + " leads out of " + folder);
        }
        return path;
    }

    private static void copy(JarFile file, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry)) {
            Files.write(target, in.readAllBytes());
        }
    }

    private static void deleteOldOutput(Path out) throws IOException {
        Files.createDirectories(out);
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static Process start(Path sources, Path modules, Path work, Path out, boolean watch)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binary(modules));
        entries(sources).forEach(entry -> command.add(entry.toString()));
        command.addAll(
                List.of(
                        "--bundle",
                        "--format=esm",
                        "--splitting",
                        "--target=es2022",
                        "--sourcemap",
                        "--loader:.svg=copy",
                        "--loader:.png=copy",
                        "--legal-comments=linked",
                        "--metafile=" + work.resolve("meta.json"),
                        "--outdir=" + out,
                        "--log-level=warning"));
        command.addAll(
                watch
                        ? List.of("--entry-names=[name]", "--watch=forever")
                        : List.of(
                                "--entry-names=[name]-[hash]",
                                "--chunk-names=chunk-[name]-[hash]",
                                "--minify"));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("NODE_PATH", modules.toString());
        return builder.start();
    }

    /** The binary from the jar of this platform, or else the one that ESBUILD names. */
    private static String binary(Path modules) throws IOException {
        Path scope = modules.resolve("@esbuild");
        if (Files.isDirectory(scope)) {
            try (Stream<Path> files = Files.walk(scope)) {
                for (Path file :
                        files.filter(f -> f.getFileName().toString().matches("esbuild(\\.exe)?"))
                                .toList()) {
                    if (file.toFile().setExecutable(true)) {
                        return file.toString();
                    }
                }
            }
        }
        String named = System.getenv("ESBUILD");
        if (named == null) {
            throw new IOException(
                    "Maven has no esbuild for this platform: install it and set ESBUILD to its"
                            + " path.");
        }
        return named;
    }

    private static List<Path> entries(Path sources) throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            return files.filter(f -> f.toString().matches(".*(\\.entry\\.(ts|css)|\\.svg|\\.png)"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> names(Path out) throws IOException {
        Map<String, String> names = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                Matcher output = OUTPUT.matcher(file.getFileName().toString());
                if (output.matches()) {
                    names.put(output.group(1) + "." + output.group(2), output.group());
                }
            }
        }
        return names;
    }

    private static Map<String, String> namesWithoutHash(Path sources) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (Path entry : entries(sources)) {
            String output = entry.getFileName().toString().replace(".ts", ".js");
            names.put(output.replace(".entry", ""), output);
        }
        return names;
    }

    private static void writeManifest(Path out, Map<String, String> names) throws IOException {
        List<String> lines = new ArrayList<>();
        names.forEach(
                (logical, hashed) -> lines.add("  \"%s\": \"%s\"".formatted(logical, hashed)));
        Files.writeString(
                out.resolve("manifest.json"), "{\n" + String.join(",\n", lines) + "\n}\n");
    }

    private static void printSizes(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            files.filter(f -> f.toString().matches(".*\\.(js|css)"))
                    .sorted(Comparator.comparingLong(WebBundle::gzipped).reversed())
                    .forEach(
                            f ->
                                    System.out.printf(
                                            "%8.1f kB gzipped  %s%n",
                                            gzipped(f) / 1000.0, f.getFileName()));
        }
    }

    /** What a browser loads for a lesson in the end, but for what only a click asks for. */
    private static void checkLessonSize(Path meta, Path out) throws IOException {
        JsonNode outputs = new JsonMapper().readTree(meta.toFile()).get("outputs");
        Set<String> loaded = new TreeSet<>();
        for (Map.Entry<String, JsonNode> output : outputs.properties()) {
            String entry = output.getValue().path("entryPoint").asText();
            if (entry.endsWith("/lesson.entry.ts") || entry.endsWith("/theme.entry.ts")) {
                addLoaded(output.getKey(), outputs, loaded);
            }
        }
        long bytes = 0;
        for (String output : loaded) {
            bytes += gzipped(out.resolve(Path.of(output).getFileName()));
        }
        System.out.printf(
                "%8.1f kB gzipped  JavaScript of a lesson, of %d at most%n",
                bytes / 1000.0, LESSON_KILOBYTES);
        if (bytes > LESSON_KILOBYTES * 1000) {
            System.err.println(
                    "The JavaScript of a lesson is over its limit. Load with import() what is"
                            + " wanted only after a click, and name it in ON_CLICK of"
                            + " build-tools/WebBundle.java.");
            System.exit(1);
        }
    }

    private static void addLoaded(String output, JsonNode outputs, Set<String> loaded) {
        JsonNode described = outputs.get(output);
        boolean onClick = ON_CLICK.matcher(described.path("entryPoint").asText()).matches();
        if (!onClick && loaded.add(output)) {
            for (JsonNode imported : described.get("imports")) {
                addLoaded(imported.get("path").asText(), outputs, loaded);
            }
        }
    }

    private static long gzipped(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
