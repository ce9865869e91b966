package dev.interleave.explore.schedule;

/** What may happen without any thread doing it, and what a strategy may choose for that reason. */
public interface Environment {

    /** How many different things could happen now. */
    int options();

    /** Makes one happen, counted from 0. */
    void act(int option);
}
