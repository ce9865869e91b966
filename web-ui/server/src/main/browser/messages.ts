// The only file that knows what goes between page and server. Times are in milliseconds.

/** What a run tells while it goes on: any number of events, then exactly one `done`. */
export type CellEvent =
    | { type: "begun"; text: string; startedAt: string }
    | { type: "queued"; place: number }
    | { type: "started" }
    | { type: "stdout" | "stderr"; text: string; thread: string | null }
    | { type: "omitted"; stream: "stdout" | "stderr"; bytes: number }
    | Shown
    | { type: "value"; name: string; javaType: string; text: string }
    | Diagnostic
    | Thrown
    | { type: "wants-input" }
    | { type: "leftovers"; count: number; threads: LiveThread[] }
    | Done;

/** Lines and columns count from 1; `endColumn` is exclusive. */
export interface Diagnostic {
    type: "diagnostic";
    severity: "error" | "warning";
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    message: string;
}

/** Something besides text; `content` was made safe by the server, `text` says it in words. */
export interface Shown {
    type: "shown";
    form: "markup" | "image";
    content: string;
    text: string;
}

export interface Thrown {
    type: "exception";
    class: string;
    message: string | null;
    stack: string[];
    cause?: Omit<Thrown, "type">;
}

export interface LiveThread {
    name: string;
    virtual: boolean;
    state: string;
    at: string | null;
}

export type Status = "ok" | "compile-error" | "exception" | "timeout" | "limit" | "killed";

export type Limit = "memory" | "threads" | "processes" | "output" | "disk" | "time";

export interface Done {
    type: "done";
    status: Status;
    limit: Limit | null;
    message: string | null;
    evalMillis: number;
}

/** Everything that a page needs to show a lesson as its learner left it. */
export interface LessonState {
    session: SessionState;
    cells: Record<string, CellState>;
    /** The newest event that this state contains. */
    lastEvent: string;
}

export interface SessionState {
    state: "none" | "idle" | "busy" | "queued";
    /** The runs up to this number belong to sessions that are over: their variables are gone. */
    earlierRuns: number;
}

export interface CellState {
    revision: number;
    draft: Draft | null;
    run: RunState | null;
}

/** `text` is null where the cell has the author's text. */
export interface Draft {
    text: string | null;
    revision: number;
}

/** The last run of a cell; `queued` and `running` are not over, `interrupted` ended with the server. */
export interface RunState {
    number: number;
    text: string;
    status: Status | "queued" | "running" | "interrupted";
    limit: Limit | null;
    message: string | null;
    evalMillis: number | null;
    startedAt: string;
    events: CellEvent[];
}

/** A run without what it told. */
export type PastRun = Pick<RunState, "number" | "text" | "status" | "startedAt">;

/** What the stream of events carries, by the name of the event. */
export interface StreamMessages {
    cell: { run: number; cell: string; event: CellEvent };
    draft: Draft & { cell: string };
    session: SessionState;
    progress: { done: boolean };
    /** All cells, from top to bottom. */
    order: { cells: string[] };
    attempt: { exercise: string; attempt: AttemptState };
    file: Draft & { exercise: string; file: string };
    comparing: { comparison: string; run: number; place: number; event: ComparisonEvent };
    compared: { comparison: string; run: ComparisonRun };
    /** A version is looked into; `place` in the queue, 0 when its turn has come. */
    looking: { comparison: string; run: number; version: number; place: number };
    /** It is over; `message` says why nothing was seen. */
    looked: { comparison: string; version: number; message: string; run: ComparisonRun };
    version: Draft & { comparison: string; version: string };
    /** The author changed the lesson. */
    reload: Record<string, never>;
    /** Events were missed; the state must be fetched again. */
    reset: Record<string, never>;
}

/** Everything that a page needs to show an exercise as its learner left it. */
export interface ExerciseState {
    id: string;
    files: Record<string, Draft>;
    /** Oldest first; the newest with its report. */
    attempts: AttemptState[];
    /** Those that were shown. */
    hints: Hint[];
    hintCount: number;
    hasExplanation: boolean;
    /** HTML of the author; null as long as it may not be shown. */
    explanation: string | null;
    passed: boolean;
    gaveUp: boolean;
}

/** `html` is the author's. */
export interface Hint {
    title: string;
    html: string;
}

/** A grading, with the public tests or with all; `report` only where it is the newest. */
export interface AttemptState {
    number: number;
    kind: "tests" | "submit";
    state: "queued" | "running" | "done" | "impossible" | "interrupted";
    /** How many wait before it. */
    ahead: number;
    verdict: Verdict | null;
    score: number | null;
    max: number | null;
    message: string | null;
    startedAt: string;
    report: Report | null;
}

export type Verdict = "passed" | "failed" | "rejected" | "ungradable";

export interface Report {
    verdict: Verdict;
    score: number;
    max: number;
    message: string | null;
    tests: TestReport[];
}

export interface TestReport {
    sentence: string;
    task: string | null;
    hidden: boolean;
    passed: boolean;
    fault: string | null;
    message: string | null;
    /** In the submission, the newest first. */
    places: string[];
    /** Of the schedule that failed. */
    seed: string | null;
    /** Absent in reports of earlier versions. */
    steps?: ScheduleStep[];
}

/** `thread` is empty where the environment acted; `own` says whether the line is the learner's. */
export interface ScheduleStep {
    kind: "RUN" | "BLOCK" | "WAKE" | "SPURIOUS" | "TIME" | "END";
    thread: string;
    className: string;
    method: string;
    line: number;
    own: boolean;
    what: string;
}

/** An attempt that is kept. */
export interface PastAttempt {
    number: number;
    files: Record<string, string>;
    report: Report | null;
}

/** Everything that a page needs to show a comparison as its learner left it. */
export interface ComparisonState {
    id: string;
    /** By the numbers of the versions, from 1. */
    versions: Record<string, Draft>;
    /** The choice that was taken, from 1; 0 before the first measurement. */
    prediction: number;
    /** Oldest first; the newest with its results. */
    runs: ComparisonRun[];
    /** The version that is looked into, from 1; 0 if there is none. */
    looking: number;
    /** What the measurement that goes on has told so far. */
    events: ComparisonEvent[];
}

/** A measurement; `same` where the first version was compared with itself. */
export interface ComparisonRun {
    number: number;
    state: "running" | "done" | "stopped" | "impossible" | "interrupted";
    n: number;
    same: boolean;
    versions: string[];
    message: string | null;
    startedAt: string;
    /** What its learner calls it. */
    name: string | null;
    /** Whether it was measured on the machine that measures now. */
    here: boolean;
    brief: ({ other: number; claim: string } & RatioInterval)[];
    results: ComparisonResult[] | null;
}

export type Side = "left" | "right";

/** `other` is the number of the version that is compared with the first. */
export type ComparisonEvent = { other: number } & (
    | { type: "queued"; place: number }
    | { type: "started" }
    | { type: "iteration"; side: Side; fork: number; warmup: boolean; score: number; unit: string }
    | ({ type: "estimate"; forks: number; pair: number } & RatioInterval)
    | ({ type: "point"; version: number; round: number } & LoadPoint)
);

/** How many times as fast the left version is as the right one. */
export interface RatioInterval {
    ratio: number;
    low: number;
    /** Null where it has no end. */
    high: number | null;
}

export type ComparisonResult = { other: number } & (
    | ComparisonVerdict
    | LoadCurves
    | Flame
    | { type: "disagreement"; left: string; right: string }
    | { type: "refused"; problems: VersionProblem[] }
    | { type: "impossible"; message: string }
);

/** Where the time of a version goes; `other` is its number. */
export interface Flame {
    type: "flame";
    name: string;
    /** By which stacks were sampled. */
    event: string;
    samples: number;
    seconds: number;
    /** Processors that it used on average. */
    cpuShare: number;
    /** As a tree is read: each is below the nearest one before it whose depth is one less. */
    frames: FlameFrame[];
    facts: FlameFact[];
}

export interface FlameFrame {
    depth: number;
    /** Binary name of the class; empty for what is no method. */
    type: string;
    method: string;
    own: boolean;
    /** In which it was at the top, and in which it was at all. */
    samples: number;
    total: number;
}

export interface FlameFact {
    kind: string;
    method: string;
    detail: string;
    number: number;
    other: number;
}

/** What one JVM measured at one n; times are nanoseconds from the planned moment. */
export interface LoadPoint {
    n: number;
    throughput: number;
    p50: number;
    p95: number;
    p99: number;
    /** Share of the requests that were not done at the end. */
    unfinished: number;
}

export interface ValueInterval {
    value: number;
    low: number;
    /** Null where it has no end. */
    high: number | null;
}

export type Quantity = "throughput" | "p50" | "p95" | "p99";

export interface LoadCurves {
    type: "curves";
    message: string;
    delayMillis: number;
    serviceMillis: number;
    rounds: number;
    seconds: number;
    curves: {
        name: string;
        knee: ValueInterval | null;
        /** Bytes that a request held while it was in flight; null where it cannot be told, and not in older results. */
        memoryPerTask?: Mean | null;
        points: ({ n: number; raw: LoadPoint[] } & Record<Quantity, ValueInterval>)[];
    }[];
    /** Versions are counted from 1. */
    crossings: { faster: number; slower: number; n: ValueInterval }[];
    lints: ({ version: number; line: number; message: string } & LintRule)[];
    host: ComparisonVerdict["host"];
}

/** `line` is 0 where there is none. */
export interface VersionProblem {
    side: Side;
    line: number;
    message: string;
}

/** `lesson` is the place that explains it, as in `lesson#anchor`; older results have none. */
export interface LintRule {
    rule: string;
    lesson?: string | null;
}

export interface ComparisonVerdict extends RatioInterval {
    type: "verdict";
    claim: "left-faster" | "right-faster" | "no-difference-shown" | "too-noisy";
    message: string;
    confidence: number;
    forks: number;
    seconds: number;
    unit: string;
    /** That of each pair of JVMs. */
    ratios: number[];
    left: VersionFigures;
    right: VersionFigures;
    lints: (VersionProblem & LintRule)[];
    host: {
        jdk: string;
        os: string;
        processors: number;
        load: number;
        others: number;
        /** Not in older results. */
        steal?: number;
        weighted: boolean;
        flags: string[];
    };
}

export interface VersionFigures {
    name: string;
    score: number;
    error: number;
    /** Every score that counts, by JVM. */
    raw: number[][];
    /** 0 where it is not known. */
    cpuNanosPerCall: number;
    allocatedBytesPerCall: number;
    threads: number;
    /** Nanoseconds by rank in per cent; only where single calls were measured. */
    percentiles?: Record<string, number>;
    /** Not in older results. */
    means?: VersionMeans;
}

/** Means over the JVMs with Student's intervals at 99 %; null where it cannot be told. */
export interface VersionMeans {
    score: Mean | null;
    cpuNanosPerCall: Mean | null;
    allocatedBytesPerCall: Mean | null;
    threads: Mean | null;
    /** Bytes that a thread held while it was in flight. */
    memoryPerTask: Mean | null;
    percentiles?: Record<string, Mean>;
}

/** `high` is null if there was one JVM only. */
export interface Mean {
    value: number;
    low: number;
    high: number | null;
    jvms: number;
}

export interface SuggestionsAnswer {
    anchor: number;
    items: Suggestion[];
}

/** `text` of a method ends with its bracket; `imported` is empty where nothing must be imported. */
export interface Suggestion {
    text: string;
    kind: string;
    detail: string;
    imported: string;
    fits: boolean;
}

export interface DocumentationAnswer {
    signatures: string[];
    text: string;
}
