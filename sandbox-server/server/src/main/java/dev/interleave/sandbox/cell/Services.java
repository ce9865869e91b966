package dev.interleave.sandbox.cell;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** What all sessions of a sandbox share. */
record Services(
        CellLimits limits,
        WorkerPool pool,
        Compilers compilers,
        Places places,
        Samplers samplers,
        ScheduledExecutorService clock,
        Executor executor) {}
