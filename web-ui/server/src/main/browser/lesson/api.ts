// The server's API for the cells of one lesson.

import type {
    Diagnostic,
    DocumentationAnswer,
    LessonState,
    PastRun,
    RunState,
    SuggestionsAnswer,
} from "../messages";
import type { SchedulesAnswer } from "../schedules/model";
import type { TraceAnswer } from "../trace/answer";
import { LessonHttp, type Saved } from "./http";

/** How many threads, spans, owners of locks and marks of a timeline are known. */
export type KnownCounts = [threads: number, spans: number, owners: number, marks: number];

function tracePath(cell: string, [threads, spans, owners, marks]: KnownCounts): string {
    return `cells/${cell}/trace?threads=${threads}&spans=${spans}&owners=${owners}&marks=${marks}`;
}

export class Api extends LessonHttp {
    get eventsUrl(): string {
        return this.url("events");
    }

    async state(): Promise<LessonState> {
        return (await this.get("")).json();
    }

    /** `last` tries to send the text although the page is going away. */
    async saveDraft(cell: string, text: string, base: number, last = false): Promise<Saved> {
        return this.saved(await this.send("PUT", `cells/${cell}/draft`, { text, base }, last));
    }

    async resetDraft(cell: string): Promise<number> {
        const answer = await this.checked(await this.send("DELETE", `cells/${cell}/draft`));
        return ((await answer.json()) as { revision: number }).revision;
    }

    /** Stores the text and runs it. */
    async run(cell: string, text: string, base: number, trace: boolean): Promise<Saved> {
        const path = `cells/${cell}/run${trace ? "?trace=1" : ""}`;
        return this.saved(await this.send("POST", path, { text, base }));
    }

    /** What the timeline of a cell's last traced run has after so many threads and spans. */
    async trace(cell: string, ...known: KnownCounts): Promise<TraceAnswer> {
        return (await this.get(tracePath(cell, known))).json();
    }

    /** The same of another learner's run, for who teaches them. */
    async traceOf(learner: string, cell: string, ...known: KnownCounts): Promise<TraceAnswer> {
        return (await this.getOf(learner, tracePath(cell, known))).json();
    }

    /** Begins to run a text under many schedules. */
    async beginSchedules(cell: string, text: string, schedules: number, seed: number): Promise<void> {
        await this.command(`cells/${cell}/schedules`, { text, schedules, seed });
    }

    async schedules(cell: string): Promise<SchedulesAnswer> {
        return (await this.get(`cells/${cell}/schedules`)).json();
    }

    async stopSchedules(cell: string): Promise<void> {
        await this.command(`cells/${cell}/schedules/stop`);
    }

    /** The versions of a cell that were run, oldest first. */
    async runs(cell: string): Promise<PastRun[]> {
        const answer = await this.get(`cells/${cell}/runs`);
        return ((await answer.json()) as { runs: PastRun[] }).runs;
    }

    async pastRun(cell: string, number: number): Promise<RunState> {
        return (await this.get(`cells/${cell}/runs/${number}`)).json();
    }

    /** Adds a cell below another one. */
    async addCell(after: string, text: string): Promise<{ cell: string; cells: string[] }> {
        return (await this.command("cells", { after, text })).json();
    }

    async moveCell(cell: string, after: string): Promise<string[]> {
        return cells(await this.command(`cells/${cell}/move`, { after }));
    }

    async removeCell(cell: string): Promise<string[]> {
        return cells(await this.checked(await this.send("DELETE", `cells/${cell}`)));
    }

    async restoreCell(cell: string): Promise<string[]> {
        return cells(await this.command(`cells/${cell}/restore`));
    }

    async stop(): Promise<void> {
        await this.command("stop");
    }

    async restart(): Promise<void> {
        await this.command("restart");
    }

    async input(text: string): Promise<void> {
        await this.command("input", { text });
    }

    /** Ends threads that cells left; the number that would not end. */
    async endThreads(): Promise<number> {
        return ((await (await this.command("threads/end")).json()) as { left: number }).left;
    }

    async complete(
        cell: string,
        text: string,
        offset: number,
        signal: AbortSignal,
    ): Promise<SuggestionsAnswer> {
        return (await this.command("complete", { cell, text, offset }, signal)).json();
    }

    async document(cell: string, text: string, offset: number): Promise<DocumentationAnswer> {
        return (await this.command("document", { cell, text, offset })).json();
    }

    async check(cell: string, text: string): Promise<Diagnostic[]> {
        const answer = await this.command("check", { cell, text });
        return ((await answer.json()) as { diagnostics: Diagnostic[] }).diagnostics;
    }
}

async function cells(answer: Response): Promise<string[]> {
    return ((await answer.json()) as { cells: string[] }).cells;
}
