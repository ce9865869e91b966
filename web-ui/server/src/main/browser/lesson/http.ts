// What goes over the network for one lesson. What a learner can cause is an answer; no connection is
// an error.

import type { Draft } from "../messages";
import { t, told } from "../page/texts";

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

export class LessonHttp {
    constructor(private readonly lesson: string) {}

    protected async get(path: string): Promise<Response> {
        return this.checked(await this.fetch(this.url(path), { credentials: "same-origin" }));
    }

    /** What another learner has. */
    protected async getOf(learner: string, path: string): Promise<Response> {
        const url = this.url(path).replace("/api/", `/api/learners/${encodeURIComponent(learner)}/`);
        return this.checked(await this.fetch(url, { credentials: "same-origin" }));
    }

    protected async command(name: string, body: object = {}, signal?: AbortSignal): Promise<Response> {
        return this.checked(await this.send("POST", name, body, false, signal));
    }

    protected async saved(answer: Response): Promise<Saved> {
        if (answer.ok) {
            return { kind: "saved", revision: ((await answer.json()) as Draft).revision };
        }
        const problem = await problemIn(answer);
        if (problem.current !== undefined) {
            return { kind: "conflict", current: problem.current };
        }
        throw error(answer, problem);
    }

    protected send(
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
            throw new NoConnection(t("The server cannot be reached."), { cause });
        }
    }

    protected async checked(answer: Response): Promise<Response> {
        if (!answer.ok) {
            throw error(answer, await problemIn(answer));
        }
        return answer;
    }

    protected url(path = ""): string {
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
        return new Refused(told(problem.detail));
    }
    // Not our server's words: something between it and the page.
    return new NoConnection(t("The server cannot be reached ({0}).", answer.status));
}

/** Help while typing is a favour: where the server cannot give it, there is none. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
    try {
        return await answer;
    } catch {
        return null;
    }
}
