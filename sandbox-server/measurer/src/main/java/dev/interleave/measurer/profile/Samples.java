package dev.interleave.measurer.profile;

import dev.interleave.measurer.message.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;

/**
 * The stacks that were seen since the warm-up. Those by processor time are better, as a thread gets
 * one for each piece of it; where the machine does not give them there are those of threads that
 * were found running.
 *
 * <p>Threading: one thread.
 */
final class Samples {

    static final String BY_THREAD = "jdk.ExecutionSample";
    static final String BY_PROCESSOR = "jdk.CPUTimeSample";

    /** Fewer stacks by processor time than this are taken for none. */
    private static final int ENOUGH = 20;

    /** How a virtual thread is entered, which says nothing about a version. */
    private static final String CONTINUATION = "jdk.internal.vm.Continuation";

    private static final String MEASURING = "JMH, which measures";
    private static final String DEEPER = "deeper than is recorded";

    private final Own own;
    private final Instant steady;
    private final CallTree byThread = new CallTree();
    private final CallTree byProcessor = new CallTree();

    Samples(Own own, Instant steady) {
        this.own = own;
        this.steady = steady;
    }

    void take(RecordedEvent event) {
        CallTree tree =
                switch (event.getEventType().getName()) {
                    case BY_THREAD -> byThread;
                    case BY_PROCESSOR -> byProcessor;
                    default -> null;
                };
        if (tree == null
                || event.getStackTrace() == null
                || event.getStartTime().isBefore(steady)) {
            return;
        }
        List<CallTree.Call> calls = calls(event);
        if (!calls.isEmpty()) {
            tree.add(calls);
        }
    }

    /** From the outermost to the one that ran; empty if it has nothing to do with the version. */
    private List<CallTree.Call> calls(RecordedEvent event) {
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        List<CallTree.Call> calls = new ArrayList<>();
        int outermost = -1;
        int harness = -1;
        for (int i = frames.size() - 1; i >= 0; i--) {
            RecordedMethod method = frames.get(i).getMethod();
            if (method == null || method.getType().getName().startsWith(CONTINUATION)) {
                continue;
            }
            String type = method.getType().getName();
            boolean mine = own.is(type);
            if (mine && outermost < 0) {
                outermost = calls.size();
            } else if (Own.isHarness(type) && outermost < 0) {
                harness = calls.size();
            }
            calls.add(new CallTree.Call(type, method.getName(), mine));
        }
        if (outermost < 0) {
            return harness < 0 ? elsewhere(calls) : List.of(words(MEASURING));
        }
        List<CallTree.Call> ofVersion =
                harness < 0 ? calls : calls.subList(outermost, calls.size());
        if (event.getStackTrace().isTruncated()) {
            ofVersion = new ArrayList<>(ofVersion);
            ofVersion.addFirst(words(DEEPER));
        }
        return ofVersion;
    }

    /** Threads that the version has others make for it work for it; those that record do not. */
    private static List<CallTree.Call> elsewhere(List<CallTree.Call> calls) {
        return calls.stream().anyMatch(call -> call.type().startsWith("jdk.jfr."))
                ? List.of()
                : calls;
    }

    private static CallTree.Call words(String text) {
        return new CallTree.Call("", text, false);
    }

    private boolean isByProcessor() {
        return byProcessor.samples() >= ENOUGH;
    }

    /** Of which the stacks are. */
    String event() {
        return isByProcessor() ? BY_PROCESSOR : BY_THREAD;
    }

    List<Frame> frames() {
        return (isByProcessor() ? byProcessor : byThread).frames();
    }
}
