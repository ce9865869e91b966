package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down what a machine wants done. */
final class RecordedEffects implements Effects {

    final List<String> log = new ArrayList<>();
    final List<ToSession> toSession = new ArrayList<>();
    final Map<Long, List<CellEvent>> told = new LinkedHashMap<>();
    final Map<Alarm, Long> armed = new EnumMap<>(Alarm.class);
    final Map<Alarm, String> clocks = new EnumMap<>(Alarm.class);
    boolean placeFree = true;
    int placesHeldOrAsked;
    int workersAsked;
    int frontEndsAsked;
    boolean jvm;
    boolean frontEnd;

    /** What was wanted since the last look. */
    List<String> drain() {
        List<String> drained = List.copyOf(log);
        log.clear();
        return drained;
    }

    List<CellEvent> told(long run) {
        return told.getOrDefault(run, List.of());
    }

    CellEvent.Done done(long run) {
        List<CellEvent.Done> dones =
                told(run).stream()
                        .filter(CellEvent.Done.class::isInstance)
                        .map(CellEvent.Done.class::cast)
                        .toList();
        if (dones.size() != 1) {
            throw new AssertionError("run " + run + " has " + dones.size() + " ends: " + told(run));
        }
        return dones.getFirst();
    }

    @Override
    public void takeWorker() {
        workersAsked++;
        log.add("take worker");
    }

    @Override
    public void openFrontEnd() {
        frontEndsAsked++;
        log.add("open front end");
    }

    @Override
    public boolean askPlace() {
        placesHeldOrAsked++;
        log.add("ask place");
        return placeFree;
    }

    @Override
    public void leavePlace() {
        placesHeldOrAsked--;
        log.add("leave place");
    }

    @Override
    public void killJvm() {
        jvm = false;
        log.add("kill JVM");
    }

    @Override
    public void dropFrontEnd() {
        frontEnd = false;
        frontEndsAsked = 0;
        log.add("drop front end");
    }

    @Override
    public void toSession(ToSession message) {
        toSession.add(message);
        log.add(message.getClass().getSimpleName());
    }

    @Override
    public void evaluate(long run, String source) {
        log.add("evaluate " + run);
    }

    @Override
    public void answer(Reply reply) {
        log.add("answer " + reply.getClass().getSimpleName());
    }

    @Override
    public void rebuild(List<Declared> snippets, boolean load) {
        List<String> names = snippets.stream().map(Declared::name).toList();
        log.add("rebuild " + names + (load ? " and load" : ""));
    }

    @Override
    public void tell(Run run, CellEvent event) {
        told.computeIfAbsent(run.number(), _ -> new ArrayList<>()).add(event);
        if (event instanceof CellEvent.Done done) {
            log.add("done " + done.status());
        }
    }

    @Override
    public void arm(Alarm alarm, long run, Duration in) {
        armed.put(alarm, run);
        clocks.put(alarm, in.toSeconds() + " s");
    }

    @Override
    public void armForProcessorTime(Alarm alarm, long run, Duration in) {
        armed.put(alarm, run);
        clocks.put(alarm, in.toSeconds() + " s of processor time");
    }

    @Override
    public void disarm(Alarm alarm) {
        armed.remove(alarm);
    }
}
