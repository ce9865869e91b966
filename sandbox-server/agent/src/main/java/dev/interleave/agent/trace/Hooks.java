package dev.interleave.agent.trace;

import dev.interleave.wire.ClassFile;
import dev.interleave.wire.TraceEvent;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.List;
import java.util.function.Consumer;

/**
 * The hooks in the JDK of this JVM. Once they are there they stay; while nothing is recorded each
 * costs the look at one field.
 *
 * <p>Threading: one thread at a time, but for {@link #rewrite}, which any thread may call.
 */
public final class Hooks {

    /** Replaces the code of classes of the JDK, which are named as in class files. */
    public interface Redefiner {
        void redefine(List<ClassFile> classes) throws Throwable;
    }

    private final HookClass hookClass;
    private final QueueConditions conditions = new QueueConditions();
    private volatile boolean recording;

    /**
     * Puts the hooks in.
     *
     * @throws Throwable if this JVM is not what it is taken for; nothing is changed then
     */
    public Hooks(Redefiner redefiner) throws Throwable {
        List<ClassFile> classes = JdkHooks.rewritten();
        this.hookClass = HookClass.define();
        redefiner.redefine(classes);
    }

    /** Begins to record. */
    public Recording record(Consumer<List<TraceEvent>> out) {
        return new Recording(this, out);
    }

    /** A class of the learner's as it is to be defined now. */
    public byte[] rewrite(byte[] bytes, ClassHierarchyResolver hierarchy) {
        return recording ? new LearnerHooks(hierarchy).rewrite(bytes) : bytes;
    }

    /** Those of queues that were made in this or an earlier recording. */
    QueueConditions conditions() {
        return conditions;
    }

    void connect(Recorder recorder) {
        hookClass.connect(recorder.sinks());
        recording = true;
    }

    void disconnect() {
        recording = false;
        hookClass.connect(null);
    }
}
