package dev.interleave.explore.runtime;

/** What the weaver makes of every class: its objects carry what a run knows about them. */
public interface Shadowed {

    /** What was stored last, or null. */
    Object interleave$shadow();

    void interleave$shadow(Object shadow);
}
