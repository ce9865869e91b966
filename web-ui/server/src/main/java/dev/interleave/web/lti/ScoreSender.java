package dev.interleave.web.lti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.account.Identities;
import dev.interleave.web.gradebook.ReleasedPoints.Released;
import dev.interleave.web.lti.LtiClasses.Linked;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the points of classes to the platforms whose courses they are (Assignment and Grade
 * Services 2.0), whatever changed them. What a platform does not take now is tried again later.
 *
 * <p>Threading: one thread at a time may call {@link #round}.
 */
final class ScoreSender {

    static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    private static final Logger LOG = LoggerFactory.getLogger(ScoreSender.class);
    private static final String TYPE = "application/vnd.ims.lis.v1.score+json";
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final LtiClasses classes;
    private final Function<String, List<Released>> points;
    private final UnaryOperator<String> titles;
    private final Identities identities;
    private final Connections connections;
    private final ScoreQueue queue;
    private final LineItems lineItems;
    private final JsonMapper json = new JsonMapper();

    /**
     * @param points that learners of a class may see
     * @param titles of exercises
     */
    ScoreSender(
            LtiClasses classes,
            Function<String, List<Released>> points,
            UnaryOperator<String> titles,
            Identities identities,
            Connections connections,
            ScoreQueue queue) {
        this.classes = classes;
        this.points = points;
        this.titles = titles;
        this.identities = identities;
        this.connections = connections;
        this.queue = queue;
        this.lineItems = new LineItems(queue);
    }

    /**
     * Looks what is to be sent, and sends what is due.
     *
     * @throws RuntimeException if something is wrong with a class; the others were served
     */
    void round() {
        RuntimeException failure = null;
        for (var linked : classes.takingPoints()) {
            try {
                collect(linked);
                send(linked);
            } catch (RuntimeException e) {
                // The other classes get their points all the same.
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void collect(Linked linked) {
        var known = Set.copyOf(identities.accounts(linked.platform().source()).values());
        queue.want(
                linked.classId(),
                points.apply(linked.classId()).stream()
                        .filter(each -> known.contains(each.learner()))
                        .filter(each -> hasColumn(linked, each.exercise()))
                        .toList());
    }

    private boolean hasColumn(Linked linked, String exercise) {
        return linked.lineItems() != null || queue.lineItem(linked.classId(), exercise).isPresent();
    }

    /** Where the platform as a whole does not do it, the others wait as long. */
    private void send(Linked linked) {
        var subjects =
                identities.accounts(linked.platform().source()).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.getValue(),
                                        each -> each.getKey(),
                                        (one, _) -> one));
        var due = queue.due(linked.classId());
        var withoutColumn = new HashMap<String, String>();
        for (var i = 0; i < due.size(); i++) {
            var score = due.get(i);
            var subject = subjects.get(score.learner());
            if (subject == null) {
                queue.refused(score, "Nobody there is known to be this learner.");
                continue;
            }
            try {
                queue.trying(score);
                send(linked, score, subject, withoutColumn);
            } catch (PlatformProblem e) {
                LOG.info("Points for {}: {}", linked.platform().name(), e.getMessage());
                // The last is the one that was tried most often.
                var tries = due.getLast().tries() + 1;
                for (var other : due.subList(i, due.size())) {
                    queue.postpone(other, tries, e.getMessage());
                }
                return;
            }
        }
    }

    /**
     * @param withoutColumn exercises for which there is none in this round, and why
     */
    private void send(Linked linked, Score score, String subject, Map<String, String> withoutColumn)
            throws PlatformProblem {
        var service = connections.to(linked.platform()).service();
        var item = column(service, linked, score, withoutColumn);
        if (item.isEmpty()) {
            queue.refused(score, withoutColumn.get(score.exercise()));
            return;
        }
        try {
            service.send(
                    SCOPE,
                    scores(item.get()),
                    HttpRequest.newBuilder()
                            .header("Content-Type", TYPE)
                            .POST(BodyPublishers.ofString(body(score, subject))));
            queue.sent(score);
        } catch (PlatformProblem e) {
            if (e.passing()) {
                throw e;
            }
            settle(linked, score, e);
        }
    }

    private Optional<URI> column(
            PlatformService service, Linked linked, Score score, Map<String, String> withoutColumn)
            throws PlatformProblem {
        if (withoutColumn.containsKey(score.exercise())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    lineItems.of(service, linked, score, titles.apply(score.exercise())));
        } catch (PlatformProblem e) {
            if (e.passing()) {
                throw e;
            }
            withoutColumn.put(score.exercise(), e.getMessage());
            return Optional.empty();
        }
    }

    private void settle(Linked linked, Score score, PlatformProblem e) {
        if (e.status() == CONFLICT && score.tries() > 0) {
            // Points of this time are there: an answer of before was lost.
            queue.sent(score);
        } else if (e.status() == NOT_FOUND && score.tries() == 0 && linked.lineItems() != null) {
            // Without a list of columns it could neither be found again nor be made.
            queue.forgetLineItem(score.classId(), score.exercise());
            queue.postpone(score, 1, e.getMessage());
        } else {
            queue.refused(score, e.getMessage());
        }
    }

    /** The path of a column may be followed by a query. */
    static URI scores(URI item) {
        var text = item.toString();
        var query = text.indexOf('?');
        return URI.create(
                query < 0
                        ? text + "/scores"
                        : text.substring(0, query) + "/scores" + text.substring(query));
    }

    private String body(Score score, String subject) {
        var body = new LinkedHashMap<String, Object>();
        body.put("userId", subject);
        body.put("timestamp", TIME.format(score.at()));
        if (score.points() != null) {
            body.put("scoreGiven", score.points());
            body.put("scoreMaximum", score.max());
        }
        body.put("activityProgress", score.points() == null ? "Initialized" : "Completed");
        body.put("gradingProgress", score.points() == null ? "NotReady" : "FullyGraded");
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps can be written as JSON", e);
        }
    }
}
