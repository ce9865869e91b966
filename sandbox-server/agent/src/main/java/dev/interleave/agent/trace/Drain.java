package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent;
import dev.interleave.wire.TraceEvent.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject;
import java.util.function.Consumer;
import jdk.internal.vm.ThreadContainer;

/**
 * Turns what a ring holds into events that can be sent: threads and objects become numbers, and
 * what a number stands for is told before it is used first.
 *
 * <p>Threading: not safe.
 */
final class Drain implements Ring.Taker {

    /** Most events of a run: more than its picture could show. */
    private static final int MOST_EVENTS = 1_500_000;

    private static final Kind[] KINDS = Kind.values();

    private final Ring ring;
    private final WaitedLocks locks;
    private final QueueConditions conditions;
    private final Consumer<List<TraceEvent>> out;
    private final Set<Long> threads = new HashSet<>();
    private final Set<Integer> objects = new HashSet<>();
    private List<TraceEvent> events = new ArrayList<>();
    private int count;
    private boolean cutTold;

    /**
     * @param out takes lists of at most {@link TraceEvent#MOST_IN_MESSAGE} events
     */
    Drain(
            Ring ring,
            WaitedLocks locks,
            QueueConditions conditions,
            Consumer<List<TraceEvent>> out) {
        this.ring = ring;
        this.locks = locks;
        this.conditions = conditions;
        this.out = out;
    }

    /**
     * Sends what there is.
     *
     * @param then what is to be said after that, or null; after the last nothing comes
     */
    void drain(Kind then) {
        ring.read(this, then == Kind.LAST);
        if (ring.isCut() && !cutTold) {
            cutTold = true;
            add(new TraceEvent(Kind.CUT, System.nanoTime(), 0, 0, 0, 0, null));
        }
        if (then != null) {
            add(new TraceEvent(then, System.nanoTime(), 0, 0, 0, 0, null));
        }
        flush();
    }

    @Override
    public void take(int kind, long nanos, Thread who, long other, Object about, int line) {
        long second = other;
        if (KINDS[kind] == Kind.START || KINDS[kind] == Kind.ENTER) {
            threads.remove(who.threadId());
        }
        introduce(nanos, who);
        if (KINDS[kind] == Kind.PRINT) {
            String text = cut((String) about);
            add(new TraceEvent(Kind.PRINT, nanos, who.threadId(), other, 0, line, text));
            countEvent();
            return;
        }
        int object = introduce(nanos, about);
        add(new TraceEvent(KINDS[kind], nanos, who.threadId(), second, object, line, null));
        follow(KINDS[kind], who, other, about);
        countEvent();
    }

    private void countEvent() {
        if (++count == MOST_EVENTS) {
            ring.cut();
        }
    }

    private void follow(Kind kind, Thread who, long other, Object about) {
        switch (kind) {
            case PARK, MONITOR -> locks.begins(who, about, other, kind == Kind.MONITOR);
            case PARK_END, MONITOR_END, END -> locks.ends(who);
            default -> {}
        }
    }

    private void introduce(long nanos, Thread thread) {
        if (threads.add(thread.threadId())) {
            String name = cut(thread.getName());
            long virtual = thread.isVirtual() ? 1 : 0;
            add(new TraceEvent(Kind.THREAD, nanos, thread.threadId(), virtual, 0, 0, name));
        }
    }

    private int introduce(long nanos, Object object) {
        if (object == null) {
            return 0;
        }
        int id = object instanceof String ? object.hashCode() : System.identityHashCode(object);
        if (objects.add(id)) {
            add(new TraceEvent(Kind.OBJECT, nanos, 0, 0, id, 0, cut(describe(object))));
        }
        return id;
    }

    /** Never asks the object itself: it may be the learner's. */
    private String describe(Object object) {
        if (object instanceof String text) {
            return text;
        }
        if (object instanceof ConditionObject && conditions.of(object) instanceof String queue) {
            return queue;
        }
        String type = object.getClass().getName();
        boolean ofJdk = object.getClass().getClassLoader() == null;
        if (ofJdk && object instanceof ThreadContainer container && container.name() != null) {
            return container.name();
        }
        return type + "@" + Integer.toHexString(System.identityHashCode(object));
    }

    private static String cut(String text) {
        return text.length() <= TraceEvent.MAX_NAME ? text : text.substring(0, TraceEvent.MAX_NAME);
    }

    private void add(TraceEvent event) {
        events.add(event);
        if (events.size() == TraceEvent.MOST_IN_MESSAGE) {
            flush();
        }
    }

    private void flush() {
        if (!events.isEmpty()) {
            out.accept(events);
            events = new ArrayList<>();
        }
    }
}
