package dev.interleave.sandbox.result;

/**
 * A thread of a run whose threads are recorded.
 *
 * @param id its number in this run
 * @param name as shown
 * @param parent the thread that started it; 0 where that is not known
 * @param group the executor or scope that it belongs to, or null
 * @param line line of the cell that started it; 0 where that is not known
 * @param from milliseconds from the run's start to the thread's, or to when it was seen first
 */
public record TracedThread(
        long id, String name, boolean virtual, long parent, String group, int line, double from) {}
