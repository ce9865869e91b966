// The timeline of one run: what the server told of it, as lanes. Times are in microseconds.

export interface TracedThread {
    id: number;
    name: string;
    virtual: boolean;
    parent: number;
    group: string | null;
    line: number;
}

export interface Note {
    kind: string;
    text: string;
    thread: number;
    line: number;
}

/** Work for an executor or a scope, or a stage of a future; times in milliseconds. */
export interface TracedTask {
    id: number;
    kind: "TASK" | "SUBTASK" | "STAGE";
    operation: string;
    group: string | null;
    parent: number;
    line: number;
    from: number;
    started: number | null;
    runner: number;
    ended: number | null;
    state: "WAITING" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
    failure: string | null;
    because: string | null;
    cause: number;
    inputs: number[];
}

export interface TraceEnd {
    at: number;
    cut: boolean;
    waits: { thread: number; state: string; on: string | null; owner: number; line: number }[];
    deadlocks: number[][];
    tasks: TracedTask[];
    notes: Note[];
}

/** A portion by columns, as it comes. */
export interface TraceAnswer {
    threads: TracedThread[];
    names: string[];
    thread: number[];
    states: string[];
    state: number[];
    from: number[];
    to: number[];
    on: number[];
    owner: number[];
    line: number[];
    carrier: number[];
    open: boolean[];
    end: TraceEnd | null;
    /** Which lesson explains a kind of note. */
    lessons: Record<string, string>;
}

export interface Span {
    thread: number;
    state: string;
    from: number;
    to: number;
    on: string | null;
    owner: number;
    line: number;
    carrier: number;
    open: boolean;
}

/** A row of the picture: a thread, a carrier, or many threads together. */
export interface Lane {
    label: string;
    threads: number;
    /** Of one thread in order; of many, those of each thread in order. */
    spans: Span[];
}

export type Grouping = "thread" | "name" | "group";

export class TraceModel {
    readonly threads = new Map<number, TracedThread>();
    readonly spans: Span[] = [];
    end: TraceEnd | null = null;
    lessons: Record<string, string> = {};
    until = 1;

    add(answer: TraceAnswer): void {
        for (const thread of answer.threads) {
            this.threads.set(thread.id, thread);
        }
        for (let i = 0; i < answer.thread.length; i++) {
            this.spans.push({
                thread: answer.thread[i]!,
                state: answer.states[answer.state[i]!]!,
                from: answer.from[i]!,
                to: answer.to[i]!,
                on: answer.on[i]! < 0 ? null : answer.names[answer.on[i]!]!,
                owner: answer.owner[i]!,
                line: answer.line[i]!,
                carrier: answer.carrier[i]!,
                open: answer.open[i]!,
            });
            this.until = Math.max(this.until, answer.to[i]!);
        }
        this.end = answer.end ?? this.end;
        this.lessons = answer.end === null ? this.lessons : answer.lessons;
    }

    name(id: number): string {
        return this.threads.get(id)?.name ?? `thread #${id}`;
    }

    /** The rows whose label or thread's name has this text, threads first and then carriers. */
    lanes(grouping: Grouping, search: string): Lane[] {
        const wanted = search.toLowerCase();
        const lanes = new Map<string, Lane & { seen: Set<number> }>();
        for (const span of this.spans) {
            const thread = this.threads.get(span.thread);
            if (thread === undefined || !thread.name.toLowerCase().includes(wanted)) {
                continue;
            }
            put(lanes, `t ${key(thread, grouping)}`, label(thread, grouping), span);
        }
        if (wanted === "") {
            for (const span of this.spans) {
                if (span.carrier !== 0) {
                    put(lanes, `c ${span.carrier}`, `carrier #${span.carrier}`, span);
                }
            }
        }
        for (const lane of lanes.values()) {
            lane.threads = lane.seen.size;
        }
        return [...lanes.values()].sort((a, b) => Number(isCarrier(a)) - Number(isCarrier(b)));
    }
}

export function isCarrier(lane: Lane): boolean {
    return lane.label.startsWith("carrier #");
}

function put(
    lanes: Map<string, Lane & { seen: Set<number> }>,
    id: string,
    name: string,
    span: Span,
): void {
    let lane = lanes.get(id);
    if (lane === undefined) {
        lane = { label: name, threads: 0, spans: [], seen: new Set() };
        lanes.set(id, lane);
    }
    lane.seen.add(span.thread);
    lane.spans.push(span);
}

function key(thread: TracedThread, grouping: Grouping): string {
    return grouping === "thread" ? String(thread.id) : label(thread, grouping);
}

function label(thread: TracedThread, grouping: Grouping): string {
    switch (grouping) {
        case "thread":
            return thread.name;
        case "name":
            return thread.name.replace(/[-# ]*\d+$/, "") || thread.name;
        case "group":
            return thread.group === null || thread.group === "<root>" ? "no executor or scope" : thread.group;
    }
}

/** How long each state took, of one thread. */
export function totals(spans: Span[]): Map<string, number> {
    const sums = new Map<string, number>();
    for (const span of spans) {
        sums.set(span.state, (sums.get(span.state) ?? 0) + span.to - span.from);
    }
    return sums;
}

export function millis(micros: number): string {
    const value = micros / 1000;
    return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** A span in words. */
export function words(model: TraceModel, span: Span): string {
    const line = span.line > 0 ? `, line ${span.line}` : "";
    const owner = span.owner !== 0 && !span.on?.startsWith("end of") ? `, which ${model.name(span.owner)} has` : "";
    const on = span.on === null ? "" : span.state === "pinned" ? ` because of ${span.on}` : ` on ${span.on}`;
    const carrier = span.carrier !== 0 ? ` on carrier #${span.carrier}` : "";
    const open = span.open ? ", still at the end" : "";
    return `${span.state}${span.state === "running" ? carrier : on}${owner}${line}, for ${millis(span.to - span.from)}${open}`;
}

/** What became of a task, in words. */
export function outcome(task: TracedTask): string {
    const state = task.state.toLowerCase();
    const failure = task.failure === null || task.state !== "FAILED" ? "" : ` with ${task.failure}`;
    return `${state}${failure}${task.because === null ? "" : ` because ${task.because}`}`;
}
