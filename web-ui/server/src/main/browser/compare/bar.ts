// The row below the versions: Compare or Stop, the number n, how far it is.

import type { ComparisonRun } from "../messages";
import { button, element } from "../page/dom";
import { icon } from "../page/icons";
import { t, told } from "../page/texts";

const MOST_N = 1_000_000;

export interface BarActions {
    compare(same: boolean): void;
    stop(): void;
    startAgain(): void;
}

export interface Shown {
    busy: boolean;
    ready: boolean;
    chosen: boolean;
    /** The place in the queue; 0 when its turn has come. */
    queue: number;
    run: ComparisonRun | undefined;
    edited: boolean;
    exportUrl: string | null;
}

export class CompareBar {
    readonly element: HTMLElement;
    private readonly compare: HTMLButtonElement;
    private readonly same: HTMLButtonElement;
    private readonly stop: HTMLButtonElement;
    private readonly again: HTMLButtonElement;
    private readonly number: HTMLInputElement;
    private readonly state = element("span", { class: "cell-state", role: "status" });
    private readonly saving = element("span", { class: "save-state" });
    private readonly download = element("a", { class: "compare-export", download: "" }, t("Export (JMH’s JSON)"));

    constructor(title: string, first: string, n: number, actions: BarActions) {
        this.compare = button("primary run", () => actions.compare(false), icon("run"), t("Compare"));
        this.same = button("quiet", () => actions.compare(true), t("Compare A with A"));
        this.same.title = t("Compare “{0}” with itself: what noise looks like today", first);
        this.stop = button("primary stop", () => actions.stop(), icon("stop"), t("Stop"));
        this.again = button("quiet", () => actions.startAgain(), icon("reset"), t("Start again"));
        const digits = { type: "number", min: "1", max: String(MOST_N), step: "1", value: String(n) };
        this.number = element("input", digits);
        this.element = element(
            "div",
            { class: "cell-bar compare-bar", role: "group", "aria-label": t("Measurement of {0}", title) },
            this.compare,
            this.stop,
            this.same,
            element("label", { class: "compare-n" }, "n", this.number),
            this.state,
            this.saving,
            element("span", { class: "spacer" }),
            this.download,
            this.again,
        );
    }

    /** What versions get that want a number. */
    get n(): number {
        const wanted = Math.round(Number(this.number.value));
        return Math.min(MOST_N, Math.max(1, Number.isFinite(wanted) ? wanted : 1));
    }

    useN(n: number): void {
        this.number.value = String(n);
    }

    show({ busy, ready, chosen, queue, run, edited, exportUrl }: Shown): void {
        const hadFocus = document.activeElement === this.compare || document.activeElement === this.stop;
        this.compare.hidden = busy;
        this.same.hidden = busy;
        this.stop.hidden = !busy;
        this.compare.disabled = !ready;
        this.same.disabled = !ready;
        this.number.disabled = busy;
        this.again.hidden = !edited;
        this.download.hidden = exportUrl === null;
        this.download.href = exportUrl ?? "";
        if (hadFocus) {
            (busy ? this.stop : this.compare).focus();
        }
        this.showState(words(busy, chosen, queue, run));
    }

    showSaving(saved: boolean): void {
        this.saving.textContent = saved ? "" : t("Kept in this browser, not yet saved");
    }

    focus(): void {
        (this.compare.hidden ? this.stop : this.compare).focus();
    }

    private showState(text: string): void {
        if (this.state.textContent !== text) {
            this.state.textContent = text;
        }
    }
}

function words(busy: boolean, chosen: boolean, queue: number, run: ComparisonRun | undefined): string {
    if (busy) {
        return queue > 0
            ? t("Waits: place {0} in the queue, since the machine measures one comparison at a time", queue)
            : t("Measuring");
    }
    if (run === undefined) {
        return chosen ? "" : t("Choose what you expect, then compare");
    }
    switch (run.state) {
        case "stopped":
            return t("Stopped");
        case "interrupted":
        case "impossible":
            return told(run.message ?? "");
        default:
            return run.same ? t("A with A, n = {0}", run.n) : `n = ${run.n}`;
    }
}
