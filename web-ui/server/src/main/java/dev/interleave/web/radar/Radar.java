package dev.interleave.web.radar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.web.account.Role;
import dev.interleave.web.classroom.Classes;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.progress.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks where the learners of a class are now, and on what the last try of each at each of its
 * exercises failed, practice and hand-ins alike.
 *
 * <p>Threading: any thread may call anything.
 */
final class Radar {

    /** Who did nothing for so long is not there. */
    static final Duration NOW = Duration.ofMinutes(30);

    private final Database database;
    private final Classes classes;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    Radar(Database database, Classes classes, Clock clock) {
        this.database = database;
        this.classes = classes;
        this.clock = clock;
    }

    private record Sign(String learner, String lesson, long at) {}

    private record Try(String learner, String exercise, String report, long at) {}

    private record Kind(String exercise, String fault, String message) {}

    /** Learners by the lesson that they ran or typed something in last, by its id. */
    Map<String, List<Member>> places(String classId) {
        var last = new HashMap<String, Sign>();
        signs(classId)
                .forEach(
                        sign ->
                                last.merge(
                                        sign.learner(), sign, (a, b) -> a.at() > b.at() ? a : b));
        var places = new TreeMap<String, List<Member>>();
        for (var learner : learners(classId)) {
            var sign = last.get(learner.account());
            if (sign != null) {
                places.computeIfAbsent(sign.lesson(), _ -> new ArrayList<>()).add(learner);
            }
        }
        return places;
    }

    /** What is failed on by most first. */
    List<Failure> failures(String classId) {
        var last = new HashMap<List<String>, Try>();
        tries(classId)
                .forEach(
                        each ->
                                last.merge(
                                        List.of(each.learner(), each.exercise()),
                                        each,
                                        (a, b) -> a.at() > b.at() ? a : b));
        var byLearner = last.values().stream().collect(Collectors.groupingBy(Try::learner));
        var found = new LinkedHashMap<Kind, List<Member>>();
        for (var learner : learners(classId)) {
            byLearner.getOrDefault(learner.account(), List.of()).stream()
                    .flatMap(each -> kinds(each).stream())
                    .distinct()
                    .forEach(
                            kind ->
                                    found.computeIfAbsent(kind, _ -> new ArrayList<>())
                                            .add(learner));
        }
        return found.entrySet().stream()
                .map(
                        each ->
                                new Failure(
                                        each.getKey().exercise(),
                                        each.getKey().fault(),
                                        each.getKey().message(),
                                        each.getValue()))
                .sorted(
                        Comparator.comparingInt((Failure each) -> -each.learners().size())
                                .thenComparing(Failure::exercise)
                                .thenComparing(Failure::message))
                .toList();
    }

    private List<Kind> kinds(Try each) {
        var grade = grade(each.report());
        if (grade.tests().isEmpty()) {
            return grade.message() == null
                    ? List.of()
                    : List.of(kind(each, grade.verdict(), grade.message()));
        }
        return grade.tests().stream()
                .filter(test -> !test.passed())
                .map(test -> kind(each, test.fault(), test.message()))
                .toList();
    }

    private static Kind kind(Try each, String fault, String message) {
        return new Kind(
                each.exercise(),
                Objects.requireNonNullElse(fault, ""),
                Objects.requireNonNullElse(message, "").replaceAll("[0-9]+", "…"));
    }

    private Grade grade(String report) {
        try {
            return json.readValue(report, Grade.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reports are grades", e);
        }
    }

    private List<Member> learners(String classId) {
        return classes.members(classId).stream()
                .filter(member -> member.role() == Role.LEARNER)
                .toList();
    }

    private List<Sign> signs(String classId) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT learner, lesson, MAX(started_at) AS at FROM run"
                                            + " JOIN class_member ON account = learner WHERE class"
                                            + " = :class AND started_at > :since GROUP BY learner,"
                                            + " lesson UNION ALL SELECT learner, lesson,"
                                            + " MAX(saved_at) AS at FROM draft JOIN class_member ON"
                                            + " account = learner WHERE class = :class AND saved_at"
                                            + " > :since GROUP BY learner, lesson")
                                .bind("class", classId)
                                .bind("since", clock.millis() - NOW.toMillis())
                                .map(
                                        (row, _) ->
                                                new Sign(
                                                        row.getString("learner"),
                                                        row.getString("lesson"),
                                                        row.getLong("at")))
                                .list());
    }

    private List<Try> tries(String classId) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT a.learner AS learner, a.exercise AS exercise,"
                                            + " a.report AS report, a.started_at AS at FROM attempt"
                                            + " a JOIN class_member m ON m.account = a.learner JOIN"
                                            + " assignment s ON s.class = m.class AND s.exercise ="
                                            + " a.exercise WHERE m.class = :class AND a.report IS"
                                            + " NOT NULL AND a.number = (SELECT MAX(number) FROM"
                                            + " attempt b WHERE b.learner = a.learner AND"
                                            + " b.exercise = a.exercise AND b.report IS NOT NULL)"
                                            + " UNION ALL SELECT learner, exercise, report,"
                                            + " handed_in_at FROM hand_in h WHERE class = :class"
                                            + " AND report IS NOT NULL AND number = (SELECT"
                                            + " MAX(number) FROM hand_in b WHERE b.class = h.class"
                                            + " AND b.exercise = h.exercise AND b.learner ="
                                            + " h.learner AND b.report IS NOT NULL)")
                                .bind("class", classId)
                                .map(
                                        (row, _) ->
                                                new Try(
                                                        row.getString("learner"),
                                                        row.getString("exercise"),
                                                        row.getString("report"),
                                                        row.getLong("at")))
                                .list());
    }
}
