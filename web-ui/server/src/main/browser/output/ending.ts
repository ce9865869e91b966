// How a run ended, in a few words: for the state beside the button and for a screen reader.

import type { IconName } from "../page/icons";
import type { Done } from "../messages";

export interface Ending {
    readonly icon: IconName;
    readonly kind: "done" | "failed" | "stopped";
    readonly text: string;
}

const LIMITS: Record<NonNullable<Done["limit"]>, string> = {
    memory: "used more memory than it may",
    threads: "started more threads than it may",
    processes: "started more processes than it may",
    output: "printed more than it may",
    disk: "wrote more to the disk than it may",
    time: "took longer than it may",
};

export function ending(done: Done): Ending {
    switch (done.status) {
        case "ok":
            return { icon: "done", kind: "done", text: `Ran in ${duration(done.evalMillis)}` };
        case "compile-error":
            return { icon: "failed", kind: "failed", text: "Does not compile" };
        case "exception":
            return { icon: "failed", kind: "failed", text: `Failed (${duration(done.evalMillis)})` };
        case "killed":
            return { icon: "stopped", kind: "stopped", text: "Stopped" };
        case "timeout":
            return { icon: "limit", kind: "failed", text: `Stopped: it ${LIMITS.time}` };
        case "limit":
            return { icon: "limit", kind: "failed", text: `Stopped: it ${LIMITS[done.limit ?? "time"]}` };
    }
}

export function duration(millis: number): string {
    if (millis < 1) return "under 1 ms";
    if (millis < 1000) return `${Math.round(millis)} ms`;
    if (millis < 60_000) return `${(millis / 1000).toFixed(1)} s`;
    const minutes = Math.floor(millis / 60_000);
    return `${minutes} min ${Math.round((millis % 60_000) / 1000)} s`;
}
