// The timeline of one run: what the server told of it, as lanes. Times are in microseconds.

import { t } from "../page/texts";
import { Marks, type TracedMark } from "./marks";

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
    /** Outputs and statements without a mark. */
    leftOut: number;
    waits: { thread: number; state: string; on: string | null; owner: number; line: number }[];
    deadlocks: number[][];
    tasks: TracedTask[];
    notes: Note[];
}

/** Who has a lock from a moment on, in milliseconds; 0 for nobody known. */
export interface LockOwner {
    on: string;
    owner: number;
    at: number;
}

/** What a run that goes on is at, in milliseconds. */
export interface TraceNow {
    at: number;
    open: (Omit<Span, "state"> & { state: string })[];
    notes: Note[];
}

/** A portion by columns, as it comes. */
export interface TraceAnswer {
    /** Which run it is of. */
    run: string;
    /** Whose run it is. */
    learner: string;
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
    owners: LockOwner[];
    marks: TracedMark[];
    now: TraceNow | null;
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
    carrier: boolean;
    /** The threads that it shows; none for a carrier. */
    threads: number[];
    /** The spans of each thread, or of the carrier, in order. */
    members: Span[][];
}

export type Grouping = "thread" | "name" | "group" | "place";

/** States in which a thread waits for nobody else. */
export const IDLE = new Set(["running", "runnable", "sleeping", "io"]);

export class TraceModel {
    readonly threads = new Map<number, TracedThread>();
    readonly spans: Span[] = [];
    readonly marks = new Marks();
    end: TraceEnd | null = null;
    now: TraceNow | null = null;
    lessons: Record<string, string> = {};
    until = 1;
    ownerCount = 0;
    run = "";
    learner = "";
    private readonly byThread = new Map<number, Span[]>();
    private readonly byCarrier = new Map<number, Span[]>();
    private readonly owners = new Map<string, { from: number; owner: number }[]>();
    private sorted: Span[] = [];
    private open = new Map<number, Span>();

    add(answer: TraceAnswer): void {
        this.run = answer.run;
        this.learner = answer.learner;
        for (const thread of answer.threads) {
            this.threads.set(thread.id, thread);
        }
        for (let i = 0; i < answer.thread.length; i++) {
            this.put({
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
        }
        for (const { on, owner, at } of answer.owners) {
            listIn(this.owners, on).push({ from: at * 1000, owner });
        }
        this.marks.add(answer.marks);
        this.ownerCount += answer.owners.length;
        this.end = answer.end ?? this.end;
        this.now = this.end === null ? answer.now : null;
        this.open = new Map((this.now?.open ?? []).map((span) => [span.thread, inMicros(span)]));
        this.until = Math.max(this.until, (this.now?.at ?? 0) * 1000);
        this.lessons = answer.end === null && answer.now === null ? this.lessons : answer.lessons;
    }

    /** All that is told, in the order in which it began. */
    ordered(): Span[] {
        if (this.sorted.length !== this.spans.length) {
            this.sorted = [...this.spans].sort((a, b) => a.from - b.from);
        }
        return this.sorted;
    }

    private put(span: Span): void {
        this.spans.push(span);
        listIn(this.byThread, span.thread).push(span);
        if (span.carrier !== 0) {
            listIn(this.byCarrier, span.carrier).push(span);
        }
        this.until = Math.max(this.until, span.to);
    }

    name(id: number): string {
        return this.threads.get(id)?.name ?? `thread #${id}`;
    }

    /** What a thread did, in order, and what it is at. */
    spansOf(thread: number): Span[] {
        const told = this.byThread.get(thread) ?? [];
        const open = this.open.get(thread);
        return open === undefined || open.from < (told.at(-1)?.to ?? 0) ? told : [...told, open];
    }

    /** What each thread is at in a moment. */
    spansAt(at: number): Span[] {
        const found: Span[] = [];
        for (const id of this.threads.keys()) {
            const span = spanAt(this.spansOf(id), at);
            if (span !== undefined) {
                found.push(span);
            }
        }
        return found;
    }

    /** Who has what a span waits for, in a moment of it: locks are handed on while others wait. */
    ownerAt(span: Span, at: number): number {
        const records = span.on === null ? undefined : this.owners.get(span.on);
        const last = records === undefined ? -1 : lastBefore(records, at);
        const known = last < 0 ? undefined : records![last]!;
        return known !== undefined && known.from >= span.from ? known.owner : span.owner;
    }

    /** The rows whose thread's name has this text, threads first and then carriers. */
    lanes(grouping: Grouping, search: string): Lane[] {
        const wanted = search.toLowerCase();
        const lanes = new Map<string, Lane>();
        for (const thread of this.threads.values()) {
            const spans = this.spansOf(thread.id);
            if (spans.length === 0 || !thread.name.toLowerCase().includes(wanted)) {
                continue;
            }
            const id = key(thread, grouping, spans);
            let lane = lanes.get(id);
            if (lane === undefined) {
                lane = { label: label(thread, grouping, spans), carrier: false, threads: [], members: [] };
                lanes.set(id, lane);
            }
            lane.threads.push(thread.id);
            lane.members.push(spans);
        }
        const carriers = wanted === "" ? [...this.byCarrier] : [];
        return [
            ...lanes.values(),
            ...carriers.map(([id, spans]) => ({ label: `carrier #${id}`, carrier: true, threads: [], members: [spans] })),
        ];
    }
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
    let list = lists.get(key);
    if (list === undefined) {
        list = [];
        lists.set(key, list);
    }
    return list;
}

function inMicros(span: TraceNow["open"][number]): Span {
    return { ...span, state: span.state.toLowerCase(), from: Math.round(span.from * 1000), to: Math.round(span.to * 1000) };
}

/** The place of the last of an ordered list that begins at a moment or before it; -1 for none. */
export function lastBefore(ordered: { from: number }[], at: number): number {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (ordered[middle]!.from <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low - 1;
}

/** What was gone on with in a moment; undefined where nothing is told of it. */
export function spanAt(ordered: Span[], at: number): Span | undefined {
    const span = ordered[lastBefore(ordered, at)];
    return span !== undefined && (at <= span.to || span.open) ? span : undefined;
}

/** Whether a row shows how many threads are in which state. */
export function isCrowd(lane: Lane): boolean {
    return lane.members.length > 1;
}

function key(thread: TracedThread, grouping: Grouping, spans: Span[]): string {
    return grouping === "thread" ? String(thread.id) : label(thread, grouping, spans);
}

function label(thread: TracedThread, grouping: Grouping, spans: Span[]): string {
    switch (grouping) {
        case "thread":
            return thread.name;
        case "name":
            return thread.name.replace(/[-# ]*\d+$/, "") || thread.name;
        case "place":
            return place(thread, spans);
        case "group":
            return thread.group === null || thread.group === "<root>" ? t("no executor or scope") : thread.group;
    }
}

/** Where a thread was started, and where it waited longest. */
function place(thread: TracedThread, spans: Span[]): string {
    let longest: Span | undefined;
    for (const span of spans) {
        const waits = span.state !== "running" && span.state !== "runnable";
        if (waits && (longest === undefined || span.to - span.from > longest.to - longest.from)) {
            longest = span;
        }
    }
    const started = thread.line > 0 ? `line ${thread.line}` : thread.name;
    const at = longest === undefined ? "" : longest.line > 0 ? `, ${longest.state} in line ${longest.line}` : `, ${longest.state}`;
    return `${started}${at}`;
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

const STATE_NAMES: Record<string, string> = {
    running: t("running"),
    runnable: t("runnable"),
    parked: t("parked"),
    blocked: t("blocked"),
    waiting: t("waiting"),
    sleeping: t("sleeping"),
    io: t("io"),
    pinned: t("pinned"),
};

const OUTCOMES: Record<string, string> = {
    WAITING: t("waiting"),
    RUNNING: t("running"),
    SUCCEEDED: t("succeeded"),
    CANCELLED: t("cancelled"),
};

/** What a state is called in the reader's language. */
export function stateName(state: string): string {
    return STATE_NAMES[state] ?? state;
}

/** A span in words. */
export function words(model: TraceModel, span: Span): string {
    const line = span.line > 0 ? t(", line {0}", span.line) : "";
    const owner = span.owner !== 0 && !span.on?.startsWith("end of") ? t(", which {0} has", model.name(span.owner)) : "";
    const on = span.on === null ? "" : t(isPinned(span) ? " because of {0}" : " on {0}", span.on);
    const carrier = span.carrier !== 0 ? t(" on carrier #{0}", span.carrier) : "";
    const open = span.open ? t(", still at the end") : "";
    const state = `${stateName(span.state)}${span.state === "running" ? carrier : on}${owner}${line}`;
    return t("{0}, for {1}{2}", state, millis(span.to - span.from), open);
}

function isPinned(span: Span): boolean {
    return span.state === "pinned";
}

/** When something changed for a task, in microseconds. */
export function timesOf(task: TracedTask): number[] {
    return [task.from, task.started, task.ended].filter((at) => at !== null).map((at) => Math.round(at * 1000));
}

/** A task as it was in a moment. */
export function stateAt(task: TracedTask, at: number): TracedTask {
    const [ended, started] = [task.ended, task.started].map((time) => time !== null && Math.round(time * 1000) <= at);
    if (ended) {
        return task;
    }
    return { ...task, state: started ? "RUNNING" : "WAITING", ended: null, failure: null, because: null, cause: 0 };
}

/** What became of a task, in words. */
export function outcome(task: TracedTask): string {
    const failure = task.failure === null ? "" : t(" with {0}", task.failure);
    const state = task.state === "FAILED" ? t("failed{0}", failure) : (OUTCOMES[task.state] ?? task.state.toLowerCase());
    return `${state}${task.because === null ? "" : t(" because {0}", task.because)}`;
}
