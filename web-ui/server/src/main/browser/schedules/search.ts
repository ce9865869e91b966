// Looking for a wrong outcome: what must hold is written behind the cell, and the first run that breaks
// it, fails or hangs ends the search.

import type { SampledOutcome, SchedulesAnswer } from "./model";

/** The cell, and behind it what must hold when it is over. */
export function withCondition(text: string, condition: string): string {
    const wanted = condition.trim();
    if (wanted === "") {
        return text;
    }
    const end = /[;}]\s*$/.test(text) ? "" : "\n;";
    const message = JSON.stringify(`does not hold: ${wanted}`);
    return `${text}${end}\nif (!(${wanted})) throw new AssertionError(${message});`;
}

export function isWrong(outcome: SampledOutcome): boolean {
    return outcome.ending !== null && outcome.ending !== "leak";
}

export function wrongOf(answer: SchedulesAnswer): SampledOutcome | undefined {
    return answer.outcomes.filter(isWrong).sort((a, b) => a.count - b.count)[0];
}
