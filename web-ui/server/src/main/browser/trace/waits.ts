// Who waits for whom at one instant of a run, and circles of threads that wait for each other.
// Times are in microseconds.

import { IDLE, type Span, type TraceModel } from "./model";

/** A thread that waits; `owner` is 0 where nobody, or nobody known, holds it up. */
export interface Wait {
    thread: number;
    state: string;
    on: string | null;
    owner: number;
    line: number;
}

export interface Waits {
    waits: Wait[];
    /** Each thread waits for the next, and the last for the first. */
    circles: number[][];
}

/** The waits of an instant; those that only sleep or do input and output wait for nobody. */
export function waitsAt(model: TraceModel, at: number): Waits {
    const waits: Wait[] = [];
    for (const span of model.spansAt(at)) {
        if (!IDLE.has(span.state)) {
            waits.push(wait(model, span, at));
        }
    }
    return { waits, circles: circles(waits) };
}

function wait(model: TraceModel, span: Span, at: number): Wait {
    const { thread, state, on, line } = span;
    return { thread, state, on, owner: model.ownerAt(span, at), line };
}

/** The circles, each once, beginning with the thread of the lowest number. */
function circles(waits: Wait[]): number[][] {
    const waitsFor = new Map(waits.filter((wait) => wait.owner !== 0).map((wait) => [wait.thread, wait.owner]));
    const found: number[][] = [];
    const seen = new Set<number>();
    for (const first of [...waitsFor.keys()].sort((a, b) => a - b)) {
        const path: number[] = [];
        let next: number | undefined = first;
        while (next !== undefined && !seen.has(next)) {
            seen.add(next);
            path.push(next);
            next = waitsFor.get(next);
        }
        const start = next === undefined ? -1 : path.indexOf(next);
        if (start >= 0) {
            const circle = path.slice(start);
            const lowest = circle.indexOf(Math.min(...circle));
            found.push([...circle.slice(lowest), ...circle.slice(0, lowest)]);
        }
    }
    return found;
}
