package dev.interleave.agent.trace;

/** A thread whose doings are nobody's business, because it is none of the learner's. */
public interface Untraced {}
