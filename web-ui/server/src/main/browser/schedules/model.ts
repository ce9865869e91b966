// What the server tells of a cell under many schedules, and words for it.

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
    return parts.filter((part) => part !== "").join("\n") || "(nothing is printed)";
}

const ENDINGS: Record<string, string> = {
    deadlock: "deadlock: nobody can go on",
    "lost-wakeup": "lost wake-up: somebody waits for ever",
    livelock: "livelock: they go round in circles",
    "busy-wait": "busy waiting without end",
    leak: "(threads are left that never end)",
    timeout: "no end after very many steps",
    memory: "out of memory",
};

/** A step as a sentence without its thread. */
export function stepText(step: SampleStep): string {
    switch (step.kind) {
        case "run":
            return step.what || "goes on";
        case "block":
            return step.what === "" ? "waits" : `waits: ${step.what}`;
        case "wake":
            return step.what === "" ? "can go on" : `can go on, ${step.what}`;
        case "spurious":
            return "wakes up for no reason";
        case "time":
            return "time passes";
        case "end":
            return "ends";
    }
}
