package dev.interleave.cli.run;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.SampleEvent;

/** How a cell under many schedules ended, in the words for a cell. */
final class SampleEnd {

    private SampleEnd() {}

    static CellEvent.Done of(SampleEvent.Ended end, double millis) {
        return switch (end.status()) {
            case COMPLETE, STOPPED, OUT_OF_TIME ->
                    new CellEvent.Done(Status.OK, null, end.message(), millis);
            case NOT_COMPILED ->
                    new CellEvent.Done(Status.COMPILE_ERROR, null, end.message(), millis);
            case UNCONTROLLED, FAILED ->
                    new CellEvent.Done(Status.KILLED, null, end.message(), millis);
        };
    }
}
