package dev.interleave.web.review;

/**
 * What FSRS supposes of a learner's memory of one card.
 *
 * @param stability days after which the answer is still known with a probability of 90 %
 * @param difficulty from 1 to 10
 */
record Memory(double stability, double difficulty) {}
