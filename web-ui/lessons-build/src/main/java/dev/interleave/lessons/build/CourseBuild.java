package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Course;
import dev.interleave.lessons.build.data.Course.Entry;
import dev.interleave.lessons.build.data.Course.Stage;
import dev.interleave.lessons.build.data.Course.Translation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Builds the course from its folder, again and again; converts only what changed since the last
 * time, and starts the parser only when something did.
 *
 * <p>Threading: for one thread.
 */
final class CourseBuild {

    private static final Pattern EXERCISE = Pattern.compile("(?m)^exercise::([^\\[\\s]+)\\[");

    private final Path lessons;
    private final Target target;
    private final String converter = Hash.ofConverter();
    private final AsciiDoc asciiDoc;
    private final Map<String, GoodMap> maps = new HashMap<>();
    private LessonFiles files;
    private String lastSeen = "";
    private int rehearsed;

    CourseBuild(Path lessons, Path target, AsciiDoc asciiDoc) {
        this.lessons = lessons;
        this.target = new Target(target);
        this.asciiDoc = asciiDoc;
    }

    /** Builds what is out of date; null if nothing changed since the last build of this object. */
    Result run() throws IOException {
        files = LessonFiles.read(lessons);
        var hash = hash(files);
        if (hash.equals(lastSeen)) {
            return null;
        }
        lastSeen = hash;
        if (target.isMadeOf(hash, files.lessons())) {
            return new Result(List.of(), List.of(), List.of(), false);
        }
        target.begin();
        var result = new Pass(files, target.facts()).run();
        if (result.problems().isEmpty()) {
            target.finish(hash);
        }
        return result;
    }

    /**
     * Converts one lesson for nothing but practice: the engine is ten times as fast after a few. To
     * be called after a build.
     */
    void rehearse() {
        var all = files.lessons();
        if (!all.isEmpty()) {
            var next = all.get(rehearsed++ % all.size());
            var copy = new Source(next.language(), next.id(), next.text());
            new LessonReader(asciiDoc, files).read(copy, "", "");
        }
    }

    private String hash(LessonFiles files) {
        var parts = new ArrayList<String>();
        parts.add(converter);
        parts.addAll(files.languages());
        files.exercises().values().forEach(each -> parts.addAll(each.everything()));
        for (var source : files.sources()) {
            parts.add(source.file());
            parts.add(source.text());
        }
        return Hash.of(parts.toArray(String[]::new));
    }

    /**
     * What a build did.
     *
     * @param problems what must be put right; empty if the course is good
     * @param warnings about translations that are older than their sources
     * @param converted the lessons that were written anew
     * @param courseChanged whether the map was
     */
    record Result(
            List<Problem> problems,
            List<Problem> warnings,
            List<Facts> converted,
            boolean courseChanged) {}

    /** The map of the course in a language; one without problems is not read a second time. */
    private List<Stage> map(Source course) {
        var known = maps.get(course.language());
        if (known != null && known.text().equals(course.text())) {
            return known.stages();
        }
        var stages = CourseReader.read(asciiDoc, course);
        if (course.problems().isEmpty()) {
            maps.put(course.language(), new GoodMap(course.text(), stages));
        }
        return stages;
    }

    private record GoodMap(String text, List<Stage> stages) {}

    /** One build of one state of the files. */
    private final class Pass {

        private final LessonFiles files;
        private final Map<String, Facts> before = new HashMap<>();
        private final Map<String, Facts> after = new TreeMap<>();
        private final List<Facts> converted = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();

        Pass(LessonFiles files, List<Facts> known) {
            this.files = files;
            known.forEach(facts -> before.put(facts.file(), facts));
        }

        Result run() throws IOException {
            var maps = new TreeMap<String, List<Stage>>();
            for (var language : files.languages()) {
                maps.put(language, build(language));
            }
            problems.addAll(Links.checkBetween(after.values(), files.lessons()));
            var map = withMinutes(maps.remove(LessonFiles.SOURCE_LANGUAGE));
            var translations = new TreeMap<String, Translation>();
            maps.forEach(
                    (language, own) -> translations.put(language, translated(map, language, own)));
            files.sources().forEach(source -> problems.addAll(source.problems()));
            var courseChanged = target.write(new Course(files.languages(), map, translations));
            target.keepOnly(files.lessons());
            target.write(List.copyOf(after.values()));
            return new Result(
                    List.copyOf(problems), List.copyOf(warnings), converted, courseChanged);
        }

        private Translation translated(List<Stage> map, String language, List<Stage> own) {
            var translations = new Translations(language, map, after);
            translations.check();
            problems.addAll(translations.problems());
            warnings.addAll(translations.warnings());
            for (var exercise : files.exercises().values()) {
                problems.addAll(exercise.problems(language));
                warnings.addAll(exercise.warnings(language));
            }
            return translations.map(own);
        }

        private List<Stage> build(String language) throws IOException {
            var course = files.course(language);
            if (course.isEmpty()) {
                problems.add(
                        new Problem(
                                language + "/course.adoc",
                                0,
                                "The map of the course is missing. Each language has one."));
                return List.of();
            }
            var stages = map(course.get());
            var ids = new TreeSet<String>();
            var good = new HashMap<String, Facts>();
            for (var source : files.lessons(language)) {
                ids.add(source.id());
                var facts = convert(source, stages);
                if (facts != null) {
                    good.put(facts.id(), facts);
                }
            }
            if (language.equals(LessonFiles.SOURCE_LANGUAGE)) {
                CourseRules.check(course.get(), stages, ids, good);
            }
            return stages;
        }

        private Facts convert(Source source, List<Stage> stages) throws IOException {
            var stage = String.valueOf(stageOf(source.id(), stages));
            var lessonHash = hashOf(source, stage);
            var known = before.get(source.file());
            if (known != null && known.hash().equals(lessonHash) && target.has(source)) {
                after.put(source.file(), known);
                return known;
            }
            var read = new LessonReader(asciiDoc, files).read(source, stage, lessonHash);
            if (read == null || !source.problems().isEmpty()) {
                // What was built of it before stays until its problems are put right.
                if (known != null && target.has(source)) {
                    after.put(source.file(), known);
                }
                return null;
            }
            target.write(read.lesson());
            after.put(source.file(), read.facts());
            converted.add(read.facts());
            return read.facts();
        }

        /** Of everything that the lesson is made of, the exercises that it names included. */
        private String hashOf(Source source, String stage) {
            var parts = new ArrayList<>(List.of(converter, stage, source.file(), source.text()));
            EXERCISE.matcher(source.text())
                    .results()
                    .map(found -> files.exercises().get(found.group(1)))
                    .filter(Objects::nonNull)
                    .forEach(exercise -> parts.addAll(exercise.everything()));
            return Hash.of(parts.toArray(String[]::new));
        }

        private static String stageOf(String lesson, List<Stage> stages) {
            return new Course(List.of(), stages, Map.of()).stageOf(lesson);
        }

        private List<Stage> withMinutes(List<Stage> stages) {
            return stages.stream()
                    .map(
                            stage ->
                                    new Stage(
                                            stage.id(),
                                            stage.number(),
                                            stage.title(),
                                            stage.summary(),
                                            stage.lessons().stream().map(this::entry).toList()))
                    .toList();
        }

        private Entry entry(Entry entry) {
            var facts = after.get(LessonFiles.sourceOf(entry.id()));
            return new Entry(
                    entry.id(),
                    entry.title(),
                    entry.summary(),
                    facts == null ? 0 : facts.minutes(),
                    facts != null);
        }
    }
}
