// A cell under many schedules: what can come of it, how often it was met, and how it came about.

import { safe } from "../output/problems";
import { announce } from "../page/announce";
import { button, element } from "../page/dom";
import { outcomeText, type SampledOutcome, type SchedulesAnswer } from "./model";
import { Replay } from "./replay";

const POLL_MILLIS = 300;

/** Runs that are asked for at first. */
const RUNS = 1000;

export interface SchedulesHost {
    begin(schedules: number): Promise<void>;
    now(): Promise<SchedulesAnswer>;
    stop(): Promise<void>;
    failed(error: unknown): void;
    ended(answer: SchedulesAnswer): void;
}

export class SchedulesPanel {
    readonly element: HTMLElement;
    private readonly state = element("p", { class: "trace-state", role: "status" });
    private readonly progress = element("progress", { max: String(RUNS), "aria-label": "Runs done" });
    private readonly stopping: HTMLButtonElement;
    private readonly body = element("div", {});
    private readonly place = element("div", {});
    private replay: Replay | null = null;
    private closed = false;

    constructor(
        label: string,
        private readonly host: SchedulesHost,
    ) {
        this.stopping = button("quiet", () => void this.host.stop().catch(this.host.failed), "Stop trying");
        this.element = element(
            "section",
            { class: "trace schedules", "aria-label": `Schedules of ${label}` },
            element(
                "div",
                { class: "trace-bar" },
                this.progress,
                this.stopping,
                element("span", { class: "spacer" }),
                button("quiet", () => this.close(), "Close schedules"),
            ),
            this.state,
            this.body,
            this.place,
            honesty(),
        );
        void this.follow();
    }

    close(): void {
        if (!this.closed) {
            this.closed = true;
            this.replay?.close();
            this.element.remove();
            if (!this.stopping.hidden) {
                void this.host.stop().catch(this.host.failed);
            }
        }
    }

    private async follow(): Promise<void> {
        this.state.textContent = "Getting ready.";
        try {
            await this.host.begin(RUNS);
            let answer: SchedulesAnswer;
            do {
                await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
                if (this.closed) {
                    return;
                }
                answer = await this.host.now();
                this.show(answer);
            } while (answer.status === "running");
            announce(this.state.textContent ?? "");
            this.host.ended(answer);
        } catch (error) {
            this.end();
            this.state.textContent = "It could not be tried.";
            this.host.failed(error);
        }
    }

    private end(): void {
        this.stopping.hidden = true;
        this.progress.hidden = true;
    }

    private show(answer: SchedulesAnswer): void {
        this.progress.value = answer.runs;
        const running = answer.status === "running";
        if (!running) {
            this.end();
        }
        this.state.textContent = sentence(answer);
        const problems = (answer.diagnostics ?? []).map((each) =>
            element("li", {}, safe(`line ${each.line}: ${each.message}`)),
        );
        this.body.replaceChildren(
            ...(problems.length === 0 ? [] : [element("ul", {}, ...problems)]),
            ...(answer.outcomes.length === 0 ? [] : [this.table(answer, running)]),
        );
    }

    private table(answer: SchedulesAnswer, running: boolean): HTMLElement {
        const sorted = [...answer.outcomes].sort((a, b) => b.count - a.count);
        const head = ["What comes of it", "Runs", "Share", "How"].map((text) => element("th", { scope: "col" }, text));
        const rows = sorted.map((outcome) => this.row(outcome, answer.runs, running));
        if (answer.others > 0) {
            rows.push(
                element(
                    "tr",
                    {},
                    element("th", { scope: "row" }, "Other outcomes, not told apart"),
                    ...counts(answer.others, answer.runs),
                    element("td", {}),
                ),
            );
        }
        return element(
            "div",
            { class: "schedules-outcomes" },
            element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)),
        );
    }

    private row(outcome: SampledOutcome, runs: number, running: boolean): HTMLElement {
        const text = outcomeText(outcome);
        const bad = outcome.ending !== null && outcome.ending !== "leak";
        const show = button("quiet", () => this.choose(outcome), "Show how");
        show.setAttribute("aria-label", `Show how it comes to: ${safe(text)}`);
        const canShow = !running && outcome.steps !== undefined;
        return element(
            "tr",
            {},
            element("th", { scope: "row", class: bad ? "bad" : "" }, element("pre", {}, safe(text))),
            ...counts(outcome.count, runs),
            element("td", {}, canShow ? show : null),
        );
    }

    private choose(outcome: SampledOutcome): void {
        this.replay?.close();
        this.replay = new Replay(outcome);
        this.place.replaceChildren(this.replay.element);
    }
}

function counts(count: number, runs: number): HTMLElement[] {
    const share = runs === 0 ? 0 : (100 * count) / runs;
    const bar = element("meter", { min: "0", max: "100", value: String(share), "aria-hidden": "true" });
    const text = share > 0 && share < 0.1 ? "< 0.1 %" : `${share.toFixed(1)} %`;
    return [element("td", { class: "number" }, count.toLocaleString("en")), element("td", {}, bar, ` ${text}`)];
}

function sentence(answer: SchedulesAnswer): string {
    const done = `${answer.runs.toLocaleString("en")} runs, ${answer.schedules.toLocaleString("en")} different schedules, ${answer.outcomes.length} ${answer.outcomes.length === 1 ? "outcome" : "different outcomes"}.`;
    if (answer.status === "running") {
        return answer.runs === 0 ? "Getting ready." : `Trying: ${done}`;
    }
    const message = answer.message ?? "";
    if (answer.status === "not-compiled") {
        return `The cell does not compile. ${message}`.trimEnd();
    }
    return answer.runs === 0 ? message : `${done} ${message}`.trimEnd();
}

function honesty(): HTMLElement {
    return element(
        "details",
        { class: "schedules-honesty" },
        element("summary", {}, "What is chosen here, and what is not"),
        element(
            "p",
            {},
            "Your code runs unchanged, together with what the cells above have declared; their variables begin with their first values, and their other lines are not run. One thread runs at a time, and at every access to a shared variable, lock, queue or output a seed decides who goes on. Time is virtual: sleeping costs nothing, and in a quarter of the runs a sleep may end early, as nothing forbids.",
        ),
        element(
            "p",
            {},
            "Platform threads are replaced by virtual ones. Effects of the memory model beyond a change of turns are not tried, the common pool and parallel streams cannot be, and calls into the JDK are not interrupted. The shares are those of this search: they say what is possible, not how often your computer would do it. What was not met may still be possible.",
        ),
    );
}
