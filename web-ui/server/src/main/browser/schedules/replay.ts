// One schedule, step by step: a column for each thread, a row for each step, and where we are.

import { safe } from "../output/problems";
import { button, element } from "../page/dom";
import { stepText, type SampledOutcome, type SampleStep } from "./model";
import { t, told } from "../page/texts";

/** How long a step is shown while the schedule is played, in milliseconds. */
const PACES = [700, 2000, 350, 100, 20];

export class Replay {
    readonly element: HTMLElement;
    private readonly rows: HTMLElement[];
    private readonly steps: SampleStep[];
    private readonly place = element("p", { class: "schedules-place", role: "status" });
    private readonly scroller: HTMLElement;
    private readonly playing: HTMLButtonElement;
    private readonly pace = element("select", { "aria-label": t("Speed of playing") });
    private readonly shared = element("span", { role: "status" });
    private at = 0;
    private timer: ReturnType<typeof setInterval> | null = null;

    /** @param link makes a link that opens this schedule again */
    constructor(
        outcome: SampledOutcome,
        private readonly link: () => Promise<string>,
    ) {
        this.steps = outcome.steps ?? [];
        const threads = [...new Set(this.steps.map((step) => step.thread).filter((name) => name !== ""))];
        this.rows = this.steps.map((step, index) => row(step, index, threads));
        const head = [t("Step"), ...threads, t("Line")].map((text) => element("th", { scope: "col" }, safe(text)));
        this.scroller = element(
            "div",
            { class: "lanes", tabindex: "0", role: "group", "aria-label": t("Schedule, step by step") },
            element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...this.rows)),
        );
        this.playing = button("quiet", () => this.play(), t("Play"));
        for (const pace of PACES) {
            this.pace.append(element("option", { value: String(pace) }, t("a step every {0} s", pace / 1000)));
        }
        this.pace.addEventListener("change", () => {
            if (this.timer !== null) {
                this.pause();
                this.play();
            }
        });
        const controls = element(
            "div",
            { class: "trace-bar" },
            button("quiet", () => this.go(0), t("First")),
            button("quiet", () => this.go(this.at - 1), t("Back")),
            button("quiet", () => this.go(this.at + 1), t("Forward")),
            button("quiet", () => this.go(this.steps.length - 1), t("Last")),
            this.playing,
            this.pace,
            button("quiet", () => void this.share(), t("Link to this schedule")),
            this.shared,
        );
        this.element = element(
            "div",
            { class: "schedules-replay" },
            element("p", {}, words(outcome)),
            controls,
            this.place,
            this.scroller,
        );
        this.go(0);
    }

    /** Puts the link into the clipboard, and where it can be taken from by hand. */
    private async share(): Promise<void> {
        const link = await this.link();
        const field = element("input", { type: "text", readonly: "", "aria-label": t("Link to this schedule") });
        field.value = link;
        let copied = t("Copy it from here:");
        try {
            await navigator.clipboard.writeText(link);
            copied = t("Copied.");
        } catch {
            // A page without the right to the clipboard still shows the link.
        }
        this.shared.replaceChildren(copied, " ", field);
        field.select();
    }

    close(): void {
        this.pause();
        this.element.remove();
    }

    private play(): void {
        if (this.timer !== null) {
            this.pause();
            return;
        }
        this.playing.textContent = t("Pause");
        this.timer = setInterval(() => {
            if (!this.element.isConnected || this.at >= this.steps.length - 1) {
                this.pause();
            } else {
                this.go(this.at + 1);
            }
        }, Number(this.pace.value));
    }

    private pause(): void {
        if (this.timer !== null) {
            clearInterval(this.timer);
            this.timer = null;
        }
        this.playing.textContent = t("Play");
    }

    private go(to: number): void {
        this.rows[this.at]?.removeAttribute("aria-current");
        this.at = Math.max(0, Math.min(this.steps.length - 1, to));
        const step = this.steps[this.at];
        const shown = this.rows[this.at];
        if (step === undefined || shown === undefined) {
            return;
        }
        shown.setAttribute("aria-current", "step");
        const middle = shown.offsetTop - this.scroller.clientHeight / 2;
        this.scroller.scrollTop = Math.max(0, middle);
        const who = step.thread === "" ? "" : `${step.thread} `;
        const line = step.line > 0 && step.own ? t(", line {0}", step.line) : "";
        const place = t("Step {0} of {1}: ", this.at + 1, this.steps.length);
        this.place.textContent = safe(`${place}${who}${stepText(step)}${line}`);
    }
}

function words(outcome: SampledOutcome): string {
    const again =
        outcome.same === false
            ? t(" Repeated, it came out otherwise: the cell depends on something that is not chosen here.")
            : "";
    const omitted = outcome.omitted ? t(" Its earlier steps are left out.") : "";
    return safe(`${t("Seed {0} gives this schedule again.", outcome.seed)}${omitted}${again} ${told(outcome.explanation)}`.trimEnd());
}

function row(step: SampleStep, index: number, threads: string[]): HTMLElement {
    const text = safe(stepText(step));
    const number = element("th", { scope: "row" }, String(index + 1));
    const line = element("td", { class: "schedules-code" }, safe(codeOf(step)));
    if (step.thread === "") {
        return element("tr", {}, number, element("td", { colspan: String(Math.max(1, threads.length)) }, text), line);
    }
    const cells = threads.map((name) => element("td", {}, name === step.thread ? text : null));
    return element("tr", { class: `step-${step.kind}` }, number, ...cells, line);
}

function codeOf(step: SampleStep): string {
    if (step.code === "") {
        return "";
    }
    return step.own ? `${step.line}: ${step.code}` : t("(above) {0}", step.code);
}
