// Follows the runs of one cell from event to event: where the last one is, and what it gave.

import type { CellEvent, Diagnostic, Done, RunState } from "../messages";
import type { Output } from "../output/output";
import { Clock } from "./clock";
import { busy, type Phase } from "./state";
import type { LastRun } from "./staleness";

export interface RunHost {
    /** Something that is shown has changed. */
    changed(): void;
    problems(problems: Diagnostic[]): void;
    ended(done: Done): void;
}

export class CellRun {
    phase: Phase = { kind: "never" };
    last: LastRun | null = null;
    private readonly clock: Clock;
    private readonly problems: Diagnostic[] = [];
    private waiters: ((done: Done) => void)[] = [];

    constructor(
        private readonly output: Output,
        private readonly host: RunHost,
    ) {
        this.clock = new Clock(() => {
            this.phase = { kind: "running", elapsed: this.clock.elapsed };
            host.changed();
        });
    }

    get busy(): boolean {
        return busy(this.phase);
    }

    /** Whether this run is shown to its end: nothing of it can be missing or come again. */
    isShown(run: RunState | null): boolean {
        const over = run === null || (run.status !== "running" && run.status !== "queued");
        return over && !this.isUnderWay && run?.number === this.last?.number;
    }

    /** Shows a run as the server kept it; whoever waits for its end hears of it. */
    restore(run: RunState | null): void {
        if (run === null) {
            return;
        }
        const awaited = this.isUnderWay && this.last?.number === run.number;
        this.begin(run.number, run.text);
        const already = Date.now() - Date.parse(run.startedAt);
        for (const event of run.events) {
            this.show(event);
        }
        if (run.status === "running") {
            this.start(already);
        } else if (run.status !== "queued") {
            this.finish(doneOf(run));
        }
        this.output.flush();
        if (awaited && !this.busy) {
            this.tellWaiters(doneOf(run));
        }
        this.host.changed();
    }

    sending(): void {
        this.phase = { kind: "sending" };
        this.host.changed();
    }

    /**
     * The run was not accepted: what was shown before is shown again. Where only the answer was lost
     * the run has begun, and is shown.
     */
    notSent(before: Phase): void {
        if (this.phase.kind === "sending") {
            this.phase = before;
            this.host.changed();
        }
    }

    /** Completes with the end of the run that is under way or about to begin. */
    end(): Promise<Done> {
        return new Promise((resolve) => this.waiters.push(resolve));
    }

    on(run: number, event: CellEvent): void {
        if (event.type === "begun") {
            this.begin(run, event.text);
        } else if (this.last?.number !== run) {
            return;
        } else if (event.type === "queued") {
            this.phase = { kind: "queued", place: event.place };
        } else if (event.type === "started") {
            this.start(0);
        } else if (event.type === "done") {
            this.finish(event);
            this.host.ended(event);
            this.tellWaiters(event);
        } else {
            this.show(event);
        }
        this.host.changed();
    }

    /** Whether the server has said that it has begun, and not that it is over. */
    private get isUnderWay(): boolean {
        return this.phase.kind === "queued" || this.phase.kind === "running";
    }

    private begin(number: number, text: string): void {
        this.last = { number, text };
        this.phase = { kind: "queued", place: null };
        this.output.clear();
        this.problems.length = 0;
        this.host.problems([]);
    }

    private start(already: number): void {
        this.clock.start(already);
        this.phase = { kind: "running", elapsed: this.clock.elapsed };
    }

    private show(event: CellEvent): void {
        if (event.type === "diagnostic") {
            this.problems.push(event);
        }
        this.output.show(event);
    }

    private finish(done: Done): void {
        this.clock.stop();
        this.phase = { kind: "ended", done };
        this.output.show(done);
        this.host.problems([...this.problems]);
    }

    private tellWaiters(done: Done): void {
        const waiters = this.waiters;
        this.waiters = [];
        waiters.forEach((resolve) => resolve(done));
    }
}

function doneOf(run: RunState): Done {
    const interrupted = run.status === "interrupted" || run.status === "queued" || run.status === "running";
    return {
        type: "done",
        status: interrupted ? "killed" : (run.status as Done["status"]),
        limit: run.limit,
        message: run.message,
        evalMillis: run.evalMillis ?? 0,
    };
}
