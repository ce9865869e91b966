// The state that a cell shows, as text and picture. Pure.

import type { Done } from "../messages";
import type { IconName } from "../page/icons";
import { duration, ending } from "../output/ending";
import type { Staleness } from "./staleness";

/** Where the last run of a cell is. */
export type Phase =
    | { kind: "never" }
    | { kind: "sending" }
    /** `place` is null while it waits for the cells before it, otherwise for a free machine. */
    | { kind: "queued"; place: number | null }
    | { kind: "running"; elapsed: number }
    | { kind: "ended"; done: Done };

export interface Shown {
    readonly kind: "never" | "queued" | "running" | "done" | "failed" | "stopped";
    readonly icon: IconName;
    readonly text: string;
}

export function busy(phase: Phase): boolean {
    return phase.kind === "sending" || phase.kind === "queued" || phase.kind === "running";
}

export function shown(phase: Phase): Shown {
    switch (phase.kind) {
        case "never":
            return { kind: "never", icon: "never", text: "Not run yet" };
        case "sending":
            return { kind: "queued", icon: "queued", text: "Starting" };
        case "queued":
            return { kind: "queued", icon: "queued", text: waiting(phase.place) };
        case "running":
            return { kind: "running", icon: "running", text: `Running, ${seconds(phase.elapsed)}` };
        case "ended":
            return ending(phase.done);
    }
}

/** Why what is shown is out of date; empty where it is not. */
export function staleBecause(phase: Phase, stale: Staleness): string {
    if (phase.kind !== "ended") {
        return "";
    }
    switch (stale.kind) {
        case "fresh":
            return "";
        case "edited":
            return "Changed since it ran";
        case "session-over":
            return "From an earlier session: its variables are gone";
        case "changed-above":
            return `Cell ${stale.above + 1} above has changed: run it first`;
        case "ran-above":
            return `Cell ${stale.above + 1} above ran again since`;
    }
}

function waiting(place: number | null): string {
    return place === null ? "Waiting for its turn" : `Waiting for a free place, number ${place}`;
}

function seconds(millis: number): string {
    return millis < 60_000 ? `${(millis / 1000).toFixed(1)} s` : duration(millis);
}
