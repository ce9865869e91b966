// A cell under many schedules: what can come of it, how often it was met, and how it came about.

import { safe } from "../output/problems";
import { announce } from "../page/announce";
import { button, element } from "../page/dom";
import { outcomeText, type SampledOutcome, type SchedulesAnswer } from "./model";
import { Replay } from "./replay";
import { isWrong, wrongOf } from "./search";
import { SPOKEN, count, t, told } from "../page/texts";

const POLL_MILLIS = 300;

/** Runs that are asked for at first. */
const RUNS = 1000;

/** Most runs of a search. */
const SEARCHED = 10_000;

/** What is to be tried: so many schedules, the first with this seed; what must hold, or nothing. */
export interface Trial {
    schedules: number;
    seed: number;
    condition: string;
    /** Whether the first wrong outcome is enough. */
    search: boolean;
}

const MANY: Trial = { schedules: RUNS, seed: 1, condition: "", search: false };

export interface SchedulesHost {
    begin(trial: Trial): Promise<void>;
    /** A link that replays a seed of what is tried. */
    link(seed: number): Promise<string>;
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
    private readonly condition = element("input", {
        type: "text",
        placeholder: t("such as total == 200"),
        "aria-label": t("Must hold at the end, a condition in Java; empty for exceptions and deadlocks only"),
        spellcheck: "false",
        autocomplete: "off",
    });
    private readonly searching: HTMLButtonElement;
    private closed = false;

    /** @param trial what is tried at once */
    constructor(
        label: string,
        private readonly host: SchedulesHost,
        private trial: Trial = MANY,
    ) {
        this.stopping = button("quiet", () => void this.host.stop().catch(this.host.failed), t("Stop trying"));
        this.searching = button("quiet", () => this.find(), t("Find a wrong outcome"));
        this.condition.addEventListener("keydown", (event) => event.key === "Enter" && this.find());
        this.element = element(
            "section",
            { ...SPOKEN, class: "trace schedules", "aria-label": t("Schedules of {0}", label) },
            element(
                "div",
                { class: "trace-bar" },
                this.progress,
                this.stopping,
                element("span", { class: "spacer" }),
                button("quiet", () => this.close(), t("Close schedules")),
            ),
            element(
                "div",
                { class: "trace-bar schedules-search" },
                element("span", { "aria-hidden": "true" }, t("Must hold at the end:")),
                this.condition,
                this.searching,
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

    /** Tries until something is wrong or the runs are done. */
    private find(): void {
        if (this.stopping.hidden && !this.closed) {
            this.trial = { schedules: SEARCHED, seed: 1, condition: this.condition.value, search: true };
            this.replay?.close();
            this.body.replaceChildren();
            void this.follow();
        }
    }

    private async follow(): Promise<void> {
        const trial = this.trial;
        let enough = false;
        this.state.textContent = t("Getting ready.");
        this.progress.max = trial.schedules;
        this.stopping.hidden = false;
        this.progress.hidden = false;
        this.searching.disabled = true;
        try {
            await this.host.begin(trial);
            let answer: SchedulesAnswer;
            do {
                await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
                if (this.closed) {
                    return;
                }
                answer = await this.host.now();
                this.show(answer);
                if (trial.search && !enough && answer.status === "running" && wrongOf(answer) !== undefined) {
                    enough = true;
                    await this.host.stop();
                }
            } while (answer.status === "running");
            this.conclude(trial, answer);
            announce(this.state.textContent ?? "");
            if (trial === MANY) {
                this.host.ended(answer);
            }
        } catch (error) {
            this.end();
            this.state.textContent = t("It could not be tried.");
            this.host.failed(error);
        }
    }

    /** Shows at once what was looked for. */
    private conclude(trial: Trial, answer: SchedulesAnswer): void {
        if (answer.runs === 0) {
            return;
        }
        if (trial.search) {
            const wrong = wrongOf(answer);
            this.state.textContent =
                wrong === undefined
                    ? t("None of {0} runs came out wrong. That is no proof that none can.", count(answer.runs))
                    : t("A wrong outcome was found within {0} runs.", count(answer.runs));
            if (wrong?.steps !== undefined) {
                this.choose(wrong);
            }
        } else if (trial.schedules === 1 && answer.outcomes[0]?.steps !== undefined) {
            this.choose(answer.outcomes[0]);
        }
    }

    private end(): void {
        this.searching.disabled = false;
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
        const head = [t("What comes of it"), t("Runs"), t("Share"), t("How")].map((text) => element("th", { scope: "col" }, text));
        const rows = sorted.map((outcome) => this.row(outcome, answer.runs, running));
        if (answer.others > 0) {
            rows.push(
                element(
                    "tr",
                    {},
                    element("th", { scope: "row" }, t("Other outcomes, not told apart")),
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
        const bad = isWrong(outcome);
        const show = button("quiet", () => this.choose(outcome), t("Show how"));
        show.setAttribute("aria-label", t("Show how it comes to: {0}", safe(text)));
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
        this.replay = new Replay(outcome, () => this.host.link(Number(outcome.seed)));
        this.place.replaceChildren(this.replay.element);
    }
}

function counts(number: number, runs: number): HTMLElement[] {
    const share = runs === 0 ? 0 : (100 * number) / runs;
    const bar = element("meter", { min: "0", max: "100", value: String(share), "aria-hidden": "true" });
    const text = share > 0 && share < 0.1 ? "< 0.1 %" : `${share.toFixed(1)} %`;
    return [element("td", { class: "number" }, count(number)), element("td", {}, bar, ` ${text}`)];
}

function sentence(answer: SchedulesAnswer): string {
    const outcomes = answer.outcomes.length;
    const done = t(
        outcomes === 1 ? "{0} runs, {1} different schedules, 1 outcome." : "{0} runs, {1} different schedules, {2} different outcomes.",
        count(answer.runs),
        count(answer.schedules),
        outcomes,
    );
    if (answer.status === "running") {
        return answer.runs === 0 ? t("Getting ready.") : t("Trying: {0}", done);
    }
    const message = told(answer.message ?? "");
    if (answer.status === "not-compiled") {
        return `${t("The cell does not compile.")} ${message}`.trimEnd();
    }
    return answer.runs === 0 ? message : `${done} ${message}`.trimEnd();
}

function honesty(): HTMLElement {
    return element(
        "details",
        { class: "schedules-honesty" },
        element("summary", {}, t("What is chosen here, and what is not")),
        element(
            "p",
            {},
            t("Your code runs unchanged, together with what the cells above have declared; their variables begin with their first values, and their other lines are not run. One thread runs at a time, and at every access to a shared variable, lock, queue or output a seed decides who goes on. Time is virtual: sleeping costs nothing, and in a quarter of the runs a sleep may end early, as nothing forbids."),
        ),
        element(
            "p",
            {},
            t("Virtual threads are under control as they are. Platform threads, those of pools too, are replaced by virtual ones and are under control as far as that goes. Effects of the memory model beyond a change of turns are not tried, the common pool and parallel streams cannot be, and calls into the JDK are not interrupted. The shares are those of this search: they say what is possible, not how often your computer would do it. What was not met may still be possible."),
        ),
    );
}
