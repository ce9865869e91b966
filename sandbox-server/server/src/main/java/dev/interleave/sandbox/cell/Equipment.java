package dev.interleave.sandbox.cell;

import dev.interleave.wire.ToCompiler.Declared;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a session needs before a cell can begin: a JVM, a front end, and in both of them what was
 * declared before. Part of the {@link SessionMachine}.
 */
final class Equipment {

    private enum Jvm {
        NONE,
        AWAITED,
        LIVE
    }

    private enum FrontEnd {
        NONE,
        AWAITED,
        REBUILDING,
        READY
    }

    private final Effects effects;
    private final History history;
    private final Deque<List<Declared>> toRebuild = new ArrayDeque<>();
    private Jvm jvm = Jvm.NONE;
    private FrontEnd frontEnd = FrontEnd.NONE;

    /** Whether the JVM has the classes of what was declared. */
    private boolean classesLoaded;

    Equipment(Effects effects, History history) {
        this.effects = effects;
        this.history = history;
    }

    boolean jvmLives() {
        return jvm == Jvm.LIVE;
    }

    boolean frontEndReady() {
        return frontEnd == FrontEnd.READY;
    }

    /** Whether classes that come from the compiler now belong to a rebuild. */
    boolean loading() {
        return frontEnd == FrontEnd.REBUILDING && !classesLoaded;
    }

    /** Asks for what is missing next; true when nothing is. */
    boolean complete() {
        if (jvm == Jvm.NONE) {
            jvm = Jvm.AWAITED;
            effects.takeWorker();
        } else if (jvm == Jvm.LIVE && frontEnd == FrontEnd.NONE) {
            frontEnd = FrontEnd.AWAITED;
            effects.openFrontEnd();
        }
        return jvm == Jvm.LIVE && frontEnd == FrontEnd.READY;
    }

    void workerTaken() {
        jvm = Jvm.LIVE;
        classesLoaded = false;
        beginRebuild();
    }

    void workerRefused() {
        jvm = Jvm.NONE;
    }

    void frontEndOpened() {
        beginRebuild();
    }

    void rebuilt() {
        if (frontEnd == FrontEnd.REBUILDING) {
            rebuildNext();
        }
    }

    void loseFrontEnd() {
        frontEnd = FrontEnd.NONE;
        toRebuild.clear();
    }

    /** The JVM is gone, and a front end without it is of no use. */
    void loseJvm() {
        if (frontEnd != FrontEnd.NONE) {
            effects.dropFrontEnd();
        }
        loseFrontEnd();
        if (jvm == Jvm.LIVE) {
            jvm = Jvm.NONE;
        }
    }

    private void beginRebuild() {
        toRebuild.clear();
        toRebuild.addAll(history.portions());
        frontEnd = FrontEnd.REBUILDING;
        rebuildNext();
    }

    private void rebuildNext() {
        List<Declared> portion = toRebuild.poll();
        if (portion == null) {
            frontEnd = FrontEnd.READY;
            classesLoaded = true;
        } else {
            effects.rebuild(portion, !classesLoaded);
        }
    }
}
