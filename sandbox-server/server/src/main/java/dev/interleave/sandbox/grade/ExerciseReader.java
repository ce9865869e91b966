package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import dev.interleave.sandbox.grade.Exercise.Settings;
import dev.interleave.sandbox.grade.Exercise.Solution;
import dev.interleave.sandbox.grade.Exercise.WrongSolution;
import dev.interleave.sandbox.grade.guard.AllowList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the folder of an exercise by the rules in {@code exercises/README.md}. */
public final class ExerciseReader {

    private static final String PROPERTIES = "exercise.properties";
    private static final String STATEMENT = "task.adoc";
    private static final Set<String> KEYS =
            Set.of(
                    "title",
                    "difficulty",
                    "points",
                    "timeout",
                    "cpu",
                    "heap",
                    "carriers",
                    "allow",
                    "run-disabled",
                    "hidden-messages");

    private final Path folder;
    private final List<String> problems = new ArrayList<>();
    private final Properties properties = new Properties();

    private ExerciseReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads one exercise.
     *
     * @throws ExerciseException if the folder breaks a rule; all breaches are named
     * @throws IOException if a file cannot be read
     */
    public static Exercise read(Path folder) throws IOException, ExerciseException {
        return new ExerciseReader(folder.toAbsolutePath().normalize()).read();
    }

    private Exercise read() throws IOException, ExerciseException {
        readProperties();
        String statement = text(STATEMENT, true);
        Sections sections = Sections.of(statement);
        sections.problems().forEach(problem -> problems.add(STATEMENT + ": " + problem));
        Exercise exercise =
                new Exercise(
                        folder.getFileName().toString(),
                        value("title", folder.getFileName().toString()),
                        (int) number("difficulty", 1, 1, 5),
                        number("points", 10, 0.5, 1000),
                        settings(),
                        statement,
                        sections.tasks(),
                        Sections.of(text("hints.adoc", false)).bodies(),
                        text("explanation.adoc", false),
                        sources("stub"),
                        solutions(),
                        wrong(),
                        sources("tests"));
        if (!problems.isEmpty()) {
            throw new ExerciseException(
                    problems.stream().map(problem -> exercise.id() + ": " + problem).toList());
        }
        return exercise;
    }

    private void readProperties() throws IOException {
        Path file = folder.resolve(PROPERTIES);
        if (!Files.isRegularFile(file)) {
            problems.add(PROPERTIES + " is missing.");
            return;
        }
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(
                        key -> problems.add(PROPERTIES + ": there is no setting \"" + key + "\"."));
        if (!properties.containsKey("title")) {
            problems.add(PROPERTIES + ": title is missing.");
        }
    }

    private Settings settings() {
        Settings usual = Settings.DEFAULT;
        double seconds = number("timeout", usual.quietMillis() / 1000.0, 0.5, 60);
        double cpu = number("cpu", usual.cpuMillis() / 1000.0, 0.5, 120);
        return new Settings(
                (int) (seconds * 1000),
                (int) (cpu * 1000),
                (int) number("heap", usual.heapMegabytes(), 32, 512),
                (int) number("carriers", 0, 0, 64),
                flag("run-disabled"),
                flag("hidden-messages"),
                allowed());
    }

    private AllowList allowed() {
        try {
            return AllowList.standard().and(Arrays.asList(value("allow", "").split(";")));
        } catch (IllegalArgumentException e) {
            problems.add(PROPERTIES + ": allow: " + e.getMessage() + ".");
            return AllowList.standard();
        }
    }

    private String value(String key, String otherwise) {
        return properties.getProperty(key, otherwise).strip();
    }

    private double number(String key, double otherwise, double least, double most) {
        String text = value(key, Double.toString(otherwise));
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        problems.add(
                "%s: %s is \"%s\", and must be a number from %s to %s."
                        .formatted(PROPERTIES, key, text, least, most));
        return otherwise;
    }

    private boolean flag(String key) {
        String text = value(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(PROPERTIES + ": " + key + " is true or false.");
        }
        return text.equals("true");
    }

    private String text(String name, boolean required) throws IOException {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
            return Files.readString(file);
        }
        if (required) {
            problems.add(name + " is missing.");
        }
        return "";
    }

    private List<SourceFile> sources(String name) throws IOException {
        List<SourceFile> files = SourceFolder.read(folder.resolve(name));
        if (files.isEmpty()) {
            problems.add("there is no Java file in " + name + "/.");
        }
        return files;
    }

    private List<Solution> solutions() throws IOException {
        List<Solution> solutions = new ArrayList<>();
        for (String name : subfolders("solution")) {
            solutions.add(new Solution(name, sources("solution/" + name)));
        }
        if (solutions.isEmpty()) {
            problems.add("there is no folder with a reference solution in solution/.");
        }
        return solutions;
    }

    private List<WrongSolution> wrong() throws IOException {
        List<WrongSolution> all = new ArrayList<>();
        for (String name : subfolders("wrong")) {
            Set<Fault> faults = new LinkedHashSet<>();
            Set<String> tests = new LinkedHashSet<>();
            String expected = "wrong/" + name + "/expected.txt";
            for (String line : text(expected, true).lines().map(String::strip).toList()) {
                if (line.startsWith("fails ")) {
                    tests.add(line.substring("fails ".length()).strip());
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    Optional<Fault> fault = Fault.of(line);
                    fault.ifPresentOrElse(
                            faults::add,
                            () -> problems.add(expected + ": there is no fault \"" + line + "\"."));
                }
            }
            if (faults.isEmpty()) {
                problems.add(expected + " names no fault.");
            }
            all.add(new WrongSolution(name, sources("wrong/" + name), faults, tests));
        }
        return all;
    }

    private List<String> subfolders(String name) throws IOException {
        Path parent = folder.resolve(name);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
