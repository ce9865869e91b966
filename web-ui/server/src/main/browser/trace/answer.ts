// What the server tells of a run, as it comes: times since the run's start, when it is compiled.

import type { TracedMark } from "./marks";

export interface TracedThread {
    id: number;
    name: string;
    virtual: boolean;
    parent: number;
    group: string | null;
    line: number;
    /** Milliseconds from the run's start until it was seen. */
    from: number;
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

/** Spans by columns, as they come. */
export interface SpanColumns {
    /** What the numbers in `on` stand for. */
    names: string[];
    thread: number[];
    state: number[];
    from: number[];
    to: number[];
    on: number[];
    owner: number[];
    line: number[];
    carrier: number[];
    open: boolean[];
}

/** What a run that goes on is at, in milliseconds. */
export interface TraceNow {
    at: number;
    open: SpanColumns;
    notes: Note[];
}

/** A portion, as it comes. */
export interface TraceAnswer {
    /** Which run it is of. */
    run: string;
    /** Whose run it is. */
    learner: string;
    threads: TracedThread[];
    states: string[];
    spans: SpanColumns;
    owners: LockOwner[];
    marks: TracedMark[];
    now: TraceNow | null;
    end: TraceEnd | null;
    /** Which lesson explains a kind of note. */
    lessons: Record<string, string>;
}

/** The same with times since a moment, in milliseconds; what was before it is at it. */
export function since(began: number, answer: TraceAnswer): TraceAnswer {
    const millis = (at: number): number => Math.max(0, at - began);
    const micros = (at: number): number => Math.max(0, at - Math.round(began * 1000));
    const columns = (spans: SpanColumns): SpanColumns => ({ ...spans, from: spans.from.map(micros), to: spans.to.map(micros) });
    const at = <T extends { at: number }>(moment: T): T => ({ ...moment, at: millis(moment.at) });
    const task = (each: TracedTask): TracedTask => ({
        ...each,
        from: millis(each.from),
        started: each.started === null ? null : millis(each.started),
        ended: each.ended === null ? null : millis(each.ended),
    });
    return {
        ...answer,
        spans: columns(answer.spans),
        owners: answer.owners.map(at),
        marks: answer.marks.map(at),
        now: answer.now === null ? null : { ...at(answer.now), open: columns(answer.now.open) },
        end: answer.end === null ? null : { ...at(answer.end), tasks: answer.end.tasks.map(task) },
    };
}
