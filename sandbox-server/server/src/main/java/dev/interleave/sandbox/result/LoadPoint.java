package dev.interleave.sandbox.result;

/**
 * What one JVM measured at one n, in nanoseconds from the moment that was planned for each request.
 *
 * @param n requests in each delay of the service
 * @param throughput answers in a second
 * @param unfinished share of the requests that were not done at the end, from 0 to 1; their times
 *     so far are part of the percentiles, which are too small then
 */
public record LoadPoint(
        int n, double throughput, double p50, double p95, double p99, double unfinished) {}
