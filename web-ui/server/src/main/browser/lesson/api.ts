// The server's API for one lesson. What a learner can cause is an answer; no connection is an error.

import type {
    Diagnostic,
    DocumentationAnswer,
    Draft,
    LessonState,
    PastRun,
    RunState,
    SuggestionsAnswer,
} from "../messages";

/** The server cannot be reached. */
export class NoConnection extends Error {}

/** The server does not want to do what was asked, and says why. */
export class Refused extends Error {}

export type Saved = { kind: "saved"; revision: number } | { kind: "conflict"; current: Draft };

/** What the server answers where it does not do what was asked. */
interface Problem {
    type?: string;
    detail?: string;
    current?: Draft;
}

export class Api {
    constructor(private readonly lesson: string) {}

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
    async run(cell: string, text: string, base: number): Promise<Saved> {
        return this.saved(await this.send("POST", `cells/${cell}/run`, { text, base }));
    }

    /** The versions of a cell that were run, oldest first. */
    async runs(cell: string): Promise<PastRun[]> {
        const answer = await this.get(`cells/${cell}/runs`);
        return ((await answer.json()) as { runs: PastRun[] }).runs;
    }

    async pastRun(cell: string, number: number): Promise<RunState> {
        return (await this.get(`cells/${cell}/runs/${number}`)).json();
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

    private async get(path: string): Promise<Response> {
        return this.checked(await this.fetch(this.url(path), { credentials: "same-origin" }));
    }

    private async command(name: string, body: object = {}, signal?: AbortSignal): Promise<Response> {
        return this.checked(await this.send("POST", name, body, false, signal));
    }

    private async saved(answer: Response): Promise<Saved> {
        if (answer.ok) {
            return { kind: "saved", revision: ((await answer.json()) as Draft).revision };
        }
        const problem = await problemIn(answer);
        if (problem.current !== undefined) {
            return { kind: "conflict", current: problem.current };
        }
        throw error(answer, problem);
    }

    private send(
        method: string,
        path: string,
        body?: object,
        keepalive = false,
        signal?: AbortSignal,
    ): Promise<Response> {
        return this.fetch(this.url(path), {
            method,
            keepalive,
            signal,
            credentials: "same-origin",
            headers: { "Content-Type": "application/json", "X-Interleave": "1" },
            body: body === undefined ? undefined : JSON.stringify(body),
        });
    }

    private async fetch(url: string, options: RequestInit): Promise<Response> {
        try {
            return await fetch(url, options);
        } catch (cause) {
            throw new NoConnection("The server cannot be reached.", { cause });
        }
    }

    private async checked(answer: Response): Promise<Response> {
        if (!answer.ok) {
            throw error(answer, await problemIn(answer));
        }
        return answer;
    }

    private url(path = ""): string {
        return `/api/lessons/${encodeURIComponent(this.lesson)}${path === "" ? "" : `/${path}`}`;
    }
}

async function problemIn(answer: Response): Promise<Problem> {
    try {
        return (await answer.json()) as Problem;
    } catch {
        return {};
    }
}

function error(answer: Response, problem: Problem): Error {
    if (problem.detail !== undefined) {
        return new Refused(problem.detail);
    }
    // Not our server's words: something between it and the page.
    return new NoConnection(`The server cannot be reached (${answer.status}).`);
}
