package dev.interleave.web.cell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.web.progress.Run;
import dev.interleave.web.progress.RunKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that is not over: what it has told so far, and how much of that is stored.
 *
 * <p>Threading: guarded by its workbook's lock.
 */
final class LiveRun {

    private final RunKey key;
    private final String cell;
    private final String text;
    private final Instant begunAt;
    private final List<String> events = new ArrayList<>();
    private String status = "running";
    private int stored;
    private int parts;

    LiveRun(RunKey key, String cell, String text, Instant begunAt) {
        this.key = key;
        this.cell = cell;
        this.text = text;
        this.begunAt = begunAt;
    }

    RunKey key() {
        return key;
    }

    String cell() {
        return cell;
    }

    /** The sandbox says that there is no place for it yet. */
    void waits() {
        status = "queued";
    }

    void started() {
        status = "running";
    }

    boolean waiting() {
        return status.equals("queued");
    }

    /** Keeps an event. */
    void add(ObjectNode event) {
        events.add(event.toString());
    }

    /** What is not stored yet, as the next part; what it returns counts as stored. */
    Part nextPart() {
        var part = new Part(parts++, List.copyOf(events.subList(stored, events.size())));
        stored = events.size();
        return part;
    }

    boolean allStored() {
        return stored == events.size();
    }

    Run soFar() {
        return new Run(
                key.number(), cell, text, status, null, null, null, begunAt, List.copyOf(events));
    }

    /** Some events of a run, to be stored together; parts count from 0. */
    record Part(int number, List<String> events) {}
}
