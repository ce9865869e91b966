// The state that a cell shows, as text and picture. Pure.

import type { Done } from "../messages";
import type { IconName } from "../page/icons";
import { duration, ending } from "../output/ending";
import type { Staleness } from "./staleness";
import { t } from "../page/texts";

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
            return { kind: "never", icon: "never", text: t("Not run yet") };
        case "sending":
            return { kind: "queued", icon: "queued", text: t("Starting") };
        case "queued":
            return { kind: "queued", icon: "queued", text: waiting(phase.place) };
        case "running":
            return { kind: "running", icon: "running", text: t("Running, {0}", seconds(phase.elapsed)) };
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
            return t("Changed since it ran");
        case "session-over":
            return t("From an earlier session: its variables are gone");
        case "changed-above":
            return t("Cell {0} above has changed: run it first", stale.above + 1);
        case "ran-above":
            return t("Cell {0} above ran again since", stale.above + 1);
    }
}

function waiting(place: number | null): string {
    return place === null ? t("Waiting for its turn") : t("Waiting for a free place, number {0}", place);
}

function seconds(millis: number): string {
    return millis < 60_000 ? t("{0} s", (millis / 1000).toFixed(1)) : duration(millis);
}
