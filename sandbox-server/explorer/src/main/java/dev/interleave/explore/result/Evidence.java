package dev.interleave.explore.result;

import java.util.List;
import java.util.Optional;

/** What proves a fault, beside the run that shows it. */
public sealed interface Evidence {

    /** Nothing more than the message and the run. */
    record None() implements Evidence {}

    /**
     * Threads that wait for each other in a circle; each waits for the next, the last for the
     * first.
     */
    record Cycle(List<Wait> waits) implements Evidence {
        public Cycle {
            waits = List.copyOf(waits);
        }
    }

    /** One thread of a cycle. */
    record Wait(String thread, String waitsFor, String heldBy, Place at) implements Evidence {}

    /** Two accesses to the same variable that nothing orders. */
    record Race(String variable, Access first, Access second) implements Evidence {}

    /** One access of a race. */
    record Access(String thread, boolean writes, Place at) {}

    /** A wait that nothing ends, and the signal that missed it if there was one. */
    record LostWakeup(String waiter, Place waitsAt, Optional<Signal> signal) implements Evidence {}

    /** A signal, and who was woken by it: nobody, if it is empty. */
    record Signal(String thread, Place at, Optional<String> woke) {}

    /** Something that was not given back, or a thread that lives on. */
    record Leak(String what, String thread, List<Frame> stack) implements Evidence {
        public Leak {
            stack = List.copyOf(stack);
        }
    }

    /** An exception that nobody caught. */
    record Thrown(String thread, String type, String message, List<Frame> stack)
            implements Evidence {
        public Thrown {
            stack = List.copyOf(stack);
        }
    }
}
