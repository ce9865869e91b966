// The versions of a cell that were run, with what each printed, along a slider.

import type { Cell } from "../cell/cell";
import { CellRun } from "../cell/run";
import { shown } from "../cell/state";
import type { PastRun, RunState } from "../messages";
import { Output } from "../output/output";
import { safe } from "../output/problems";
import { button, element } from "../page/dom";
import type { Api } from "./api";
import { t } from "../page/texts";

const NOTHING = () => undefined;

/** Opens the dialog; it is gone when it is closed. */
export async function showHistory(cell: Cell, api: Api): Promise<void> {
    const runs = await api.runs(cell.id);
    const history = new History(cell, api, runs);
    document.body.append(history.dialog);
    history.dialog.addEventListener("close", () => history.dialog.remove());
    history.dialog.showModal();
    history.select(runs.length - 1);
}

class History {
    readonly dialog: HTMLDialogElement;
    private readonly slider: HTMLInputElement;
    private readonly when = element("p", { class: "history-when", "aria-live": "polite" });
    private readonly code = element("pre", { class: "history-code", tabindex: "0" });
    private readonly output: Output;
    private readonly run: CellRun;

    constructor(
        private readonly cell: Cell,
        private readonly api: Api,
        private readonly runs: PastRun[],
    ) {
        this.slider = element("input", {
            id: "history-slider",
            type: "range",
            min: "0",
            max: String(Math.max(0, runs.length - 1)),
        });
        this.slider.addEventListener("input", () => this.select(Number(this.slider.value)));
        this.code.setAttribute("aria-label", t("Code of this version"));
        this.output = new Output(`history-${cell.id}`, t("this version"), {
            goTo: NOTHING,
            sendInput: async () => false,
            endThreads: NOTHING,
            clear: null,
        });
        this.run = new CellRun(this.output, { changed: NOTHING, problems: NOTHING, ended: NOTHING });
        this.dialog = this.layOut();
    }

    select(index: number): void {
        const run = this.runs[index];
        if (run === undefined) {
            return;
        }
        this.slider.value = String(index);
        const time = new Date(run.startedAt).toLocaleString(document.documentElement.lang);
        this.when.textContent = t("Run {0} of {1}, {2}", index + 1, this.runs.length, time);
        this.slider.setAttribute("aria-valuetext", this.when.textContent);
        this.code.textContent = safe(run.text);
        void this.showOutput(run);
    }

    private async showOutput(run: PastRun): Promise<void> {
        this.output.clear();
        const whole = await this.api.pastRun(this.cell.id, run.number);
        if (this.runs[Number(this.slider.value)] === run) {
            this.showWhole(whole);
        }
    }

    private showWhole(whole: RunState): void {
        this.run.restore(whole);
        this.when.textContent += `: ${shown(this.run.phase).text}`;
    }

    private use(): void {
        const run = this.runs[Number(this.slider.value)];
        if (run !== undefined) {
            this.cell.useText(run.text);
        }
        this.dialog.close();
        this.cell.focusEditor();
    }

    private layOut(): HTMLDialogElement {
        return element(
            "dialog",
            { class: "shortcuts history", "aria-labelledby": "history-title" },
            element("h2", { id: "history-title" }, t("Versions of {0}", this.cell.label)),
            element("label", { for: this.slider.id }, t("Older to newer")),
            this.slider,
            this.when,
            this.code,
            this.output.element,
            element(
                "p",
                { class: "dialog-buttons" },
                button("quiet", () => this.dialog.close(), t("Close")),
                button("primary", () => this.use(), t("Use this version")),
            ),
        );
    }
}
