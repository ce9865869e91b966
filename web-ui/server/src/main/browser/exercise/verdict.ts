// What is said about an attempt in a line.

import type { AttemptState } from "../messages";
import type { IconName } from "../page/icons";
import { t, told } from "../page/texts";

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
            return { text: t("Grading …"), kind: "running", icon: "running" };
        case "impossible":
            return { text: told(attempt.message ?? "") || t("Not graded"), kind: "stopped", icon: "limit" };
        case "interrupted":
            return { text: told(attempt.message ?? "") || t("Not graded"), kind: "stopped", icon: "limit" };
        case "done":
            return done(attempt);
    }
}

function queued(ahead: number): string {
    return ahead === 0 ? t("Waiting to be graded …") : t("Waiting to be graded, {0} before it …", ahead);
}

function done(attempt: AttemptState): Said {
    const points = t("{0} of {1} points", number(attempt.score), number(attempt.max));
    switch (attempt.verdict) {
        case "passed":
            return {
                text: attempt.kind === "submit" ? t("Passed, {0}", points) : t("All public tests pass. Submit it!"),
                kind: "done",
                icon: "done",
            };
        case "rejected":
            return { text: t("Rejected: it does what is not allowed"), kind: "failed", icon: "failed" };
        case "ungradable":
            return { text: t("Could not be graded; this costs nothing"), kind: "stopped", icon: "limit" };
        default:
            return { text: t("Not there yet, {0}", points), kind: "failed", icon: "failed" };
    }
}

function number(points: number | null): string {
    return String(Math.round((points ?? 0) * 100) / 100);
}
