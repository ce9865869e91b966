// What the server tells of a cell under many schedules, and words for it.

import { t, told } from "../page/texts";

export interface SampleStep {
    kind: "run" | "block" | "wake" | "spurious" | "time" | "end";
    thread: string;
    line: number;
    own: boolean;
    code: string;
    what: string;
}

export interface SampledOutcome {
    printed: string;
    value: string | null;
    ending: string | null;
    message: string | null;
    explanation: string;
    count: number;
    seed: string;
    same?: boolean;
    omitted?: boolean;
    steps?: SampleStep[];
}

export interface SchedulesAnswer {
    status: "running" | "complete" | "stopped" | "out-of-time" | "not-compiled" | "uncontrolled" | "failed";
    message?: string | null;
    runs: number;
    schedules: number;
    others: number;
    outcomes: SampledOutcome[];
    diagnostics?: { line: number; message: string }[];
}

/** What a learner sees of an outcome, in one text. */
export function outcomeText(outcome: SampledOutcome): string {
    const parts = [outcome.printed.trimEnd()];
    if (outcome.message !== null) {
        parts.push(`exception: ${outcome.message}`);
    } else if (outcome.ending !== null) {
        parts.push(ENDINGS[outcome.ending] ?? outcome.ending);
    } else if (outcome.value !== null) {
        parts.push(outcome.value);
    }
    return parts.filter((part) => part !== "").join("\n") || t("(nothing is printed)");
}

const ENDINGS: Record<string, string> = {
    deadlock: t("deadlock: nobody can go on"),
    "lost-wakeup": t("lost wake-up: somebody waits for ever"),
    livelock: t("livelock: they go round in circles"),
    "busy-wait": t("busy waiting without end"),
    leak: t("(threads are left that never end)"),
    timeout: t("no end after very many steps"),
    memory: t("out of memory"),
};

/** A step as a sentence without its thread. */
export function stepText(step: SampleStep): string {
    switch (step.kind) {
        case "run":
            return told(step.what) || t("goes on");
        case "block":
            return step.what === "" ? t("waits") : t("waits: {0}", told(step.what));
        case "wake":
            return step.what === "" ? t("can go on") : t("can go on, {0}", told(step.what));
        case "spurious":
            return t("wakes up for no reason");
        case "time":
            return t("time passes");
        case "end":
            return t("ends");
    }
}
