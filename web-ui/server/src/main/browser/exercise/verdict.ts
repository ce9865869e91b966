// What is said about an attempt in a line.

import type { AttemptState } from "../messages";
import type { IconName } from "../page/icons";

export interface Said {
    text: string;
    kind: "" | "done" | "failed" | "running" | "stopped";
    icon: IconName | null;
}

export function said(attempt: AttemptState): Said {
    switch (attempt.state) {
        case "queued":
            return { text: queued(attempt.ahead), kind: "running", icon: "queued" };
        case "running":
            return { text: "Grading …", kind: "running", icon: "running" };
        case "impossible":
            return { text: attempt.message ?? "Not graded", kind: "stopped", icon: "limit" };
        case "interrupted":
            return { text: attempt.message ?? "Not graded", kind: "stopped", icon: "limit" };
        case "done":
            return done(attempt);
    }
}

function queued(ahead: number): string {
    return ahead === 0 ? "Waiting to be graded …" : `Waiting to be graded, ${ahead} before it …`;
}

function done(attempt: AttemptState): Said {
    const points = `${number(attempt.score)} of ${number(attempt.max)} points`;
    switch (attempt.verdict) {
        case "passed":
            return {
                text: attempt.kind === "submit" ? `Passed, ${points}` : "All public tests pass. Submit it!",
                kind: "done",
                icon: "done",
            };
        case "rejected":
            return { text: "Rejected: it does what is not allowed", kind: "failed", icon: "failed" };
        case "ungradable":
            return { text: "Could not be graded; this costs nothing", kind: "stopped", icon: "limit" };
        default:
            return { text: `Not there yet, ${points}`, kind: "failed", icon: "failed" };
    }
}

function number(points: number | null): string {
    return String(Math.round((points ?? 0) * 100) / 100);
}
