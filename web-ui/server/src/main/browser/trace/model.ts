// The timeline of one run: what the server told of it, as lanes. Times are in microseconds since the
// first thread was seen: before that the code is compiled, of which there is nothing to be seen.

import { t } from "../page/texts";
import { since, type SpanColumns, type TraceAnswer, type TracedTask, type TracedThread, type TraceEnd, type TraceNow } from "./answer";
import { Marks } from "./marks";

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

/** What a thread can be at, in the order in which it is shown. */
export const STATES = ["running", "runnable", "parked", "blocked", "waiting", "sleeping", "io", "pinned"];

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
    /** From the run's start until its first thread was seen, in milliseconds. */
    private began = 0;

    add(told: TraceAnswer): void {
        if (this.threads.size === 0) {
            this.began = told.threads[0]?.from ?? 0;
        }
        const answer = since(this.began, told);
        this.run = answer.run;
        this.learner = answer.learner;
        for (const thread of answer.threads) {
            this.threads.set(thread.id, thread);
        }
        for (const span of spansIn(answer.spans, answer.states)) {
            this.put(span);
        }
        for (const { on, owner, at } of answer.owners) {
            listIn(this.owners, on).push({ from: at * 1000, owner });
        }
        this.marks.add(answer.marks);
        this.ownerCount += answer.owners.length;
        this.end = answer.end ?? this.end;
        this.now = this.end === null ? answer.now : null;
        const open = this.now === null ? [] : spansIn(this.now.open, answer.states);
        this.open = new Map(open.map((span) => [span.thread, span]));
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

function spansIn(columns: SpanColumns, states: string[]): Span[] {
    return columns.thread.map((thread, i) => ({
        thread,
        state: states[columns.state[i]!]!,
        from: columns.from[i]!,
        to: columns.to[i]!,
        on: columns.on[i]! < 0 ? null : columns.names[columns.on[i]!]!,
        owner: columns.owner[i]!,
        line: columns.line[i]!,
        carrier: columns.carrier[i]!,
        open: columns.open[i]!,
    }));
}

/** Those of ordered spans that are to be seen between two moments. */
export function inView(spans: Span[], from: number, to: number): Span[] {
    let first = Math.max(0, lastBefore(spans, from));
    const end = lastBefore(spans, to) + 1;
    if (first < end && spans[first]!.to < from) {
        first++;
    }
    return first === 0 && end === spans.length ? spans : spans.slice(first, end);
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
