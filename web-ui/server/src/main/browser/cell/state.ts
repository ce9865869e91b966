// The one state that a cell shows, as text and picture. Pure.

import type { Done } from "../messages";
import type { IconName } from "../page/icons";
import { duration, ending } from "../output/ending";
import type { Staleness } from "./staleness";

/** Where the last run of a cell is. */
export type Phase =
    | { kind: "never" }
    | { kind: "sending" }
    | { kind: "queued"; place: number }
    | { kind: "running"; elapsed: number }
    | { kind: "ended"; done: Done };

export interface Shown {
    readonly kind: "never" | "queued" | "running" | "done" | "failed" | "stopped" | "stale";
    readonly icon: IconName;
    readonly text: string;
    /** Whether a button should offer to run the cells above first. */
    readonly offerAbove: boolean;
}

export function shown(phase: Phase, stale: Staleness): Shown {
    switch (phase.kind) {
        case "never":
            return state("never", "never", "Not run yet");
        case "sending":
            return state("queued", "queued", "Starting");
        case "queued":
            return state("queued", "queued", `Waiting, place ${phase.place} in the queue`);
        case "running":
            return state("running", "running", `Running, ${seconds(phase.elapsed)}`);
        case "ended":
            return ended(phase.done, stale);
    }
}

export function busy(phase: Phase): boolean {
    return phase.kind === "sending" || phase.kind === "queued" || phase.kind === "running";
}

function ended(done: Done, stale: Staleness): Shown {
    switch (stale.kind) {
        case "fresh": {
            const { kind, icon, text } = ending(done);
            return state(kind, icon, text);
        }
        case "edited":
            return state("stale", "stale", "Changed since it ran");
        case "session-over":
            return state("stale", "stale", "Ran in an earlier session, whose variables are gone", true);
        case "changed-above":
            return state("stale", "stale", `Cell ${stale.above + 1} above changed: run it first`, true);
        case "ran-above":
            return state("stale", "stale", `Cell ${stale.above + 1} above ran again since`);
    }
}

function state(kind: Shown["kind"], icon: IconName, text: string, offerAbove = false): Shown {
    return { kind, icon, text, offerAbove };
}

function seconds(millis: number): string {
    return millis < 60_000 ? `${(millis / 1000).toFixed(1)} s` : duration(millis);
}
