// One cell of the page: its code, its row of buttons, its output, and what is kept of it.

import type { Editor, EditorHost } from "../editor/editor";
import type { CellState, Diagnostic, Done, Draft } from "../messages";
import { element } from "../page/dom";
import { Output } from "../output/output";
import { Bar } from "./bar";
import { conflict } from "./conflict";
import { DraftKeeper } from "./draft";
import { isOwn } from "./own-figure";
import { forget, remember, remembered } from "../page/memory";
import { CellRun } from "./run";
import { Source } from "./source";
import type { SchedulesAnswer } from "../schedules/model";
import type { SchedulesPanel, Trial } from "../schedules/panel";
import { UndoMemory } from "./undo-memory";
import type { SharedView } from "../trace/link";
import type { TracePanel } from "../trace/panel";
import type { CellFacts, Staleness } from "./staleness";
import type { Api } from "../lesson/api";
import { t } from "../page/texts";

/** What a cell asks of the lesson around it. */
export interface CellHost {
    readonly api: Api;
    readonly lesson: string;
    run(cell: Cell, trace?: boolean): void;
    runAbove(cell: Cell): void;
    add(below: Cell): void;
    split(cell: Cell): void;
    move(cell: Cell, step: 1 | -1): void;
    remove(cell: Cell): void;
    stop(): void;
    showHistory(cell: Cell): void;
    /** What this cell holds or ran has changed, which may make others stale. */
    changed(): void;
    ended(cell: Cell, done: Done): void;
    failed(error: unknown): void;
}

export class Cell {
    readonly id: string;
    readonly label: string;
    readonly source: Source;
    readonly output: Output;
    readonly runs: CellRun;
    readonly drafts: DraftKeeper;
    readonly undoMemory: UndoMemory;
    private readonly bar: Bar;
    private stale: Staleness = { kind: "fresh" };
    private beforeReset: string | null = null;
    private conflictShown: HTMLElement | null = null;
    private timeline: TracePanel | null = null;
    private schedules: SchedulesPanel | null = null;
    private readonly sampled: ((answer: SchedulesAnswer) => void)[] = [];

    constructor(
        readonly figure: HTMLElement,
        number: string,
        private readonly host: CellHost,
    ) {
        this.id = figure.dataset.cell!;
        this.label = isOwn(this.id)
            ? t("your cell {0}", this.id.slice("own_".length))
            : t("cell {0}, {1}", number, figure.dataset.label ?? "");
        this.source = new Source(figure);
        this.bar = new Bar(this.label, {
            run: () => host.run(this),
            runTraced: () => host.run(this, true),
            runManyTimes: () => void this.runManyTimes(),
            stop: () => host.stop(),
            runAbove: () => host.runAbove(this),
            reset: () => void this.reset(),
            undoReset: () => this.undoReset(),
            history: () => host.showHistory(this),
            add: () => host.add(this),
            own: isOwn(this.id)
                ? {
                      up: () => host.move(this, -1),
                      down: () => host.move(this, 1),
                      split: () => host.split(this),
                      remove: () => host.remove(this),
                  }
                : null,
        }, figure.dataset.look);
        this.output = new Output(this.id, this.label, {
            goTo: (line, column) => this.source.focus(line, column),
            sendInput: (text) => this.sendInput(text),
            endThreads: () => void this.endThreads(),
            clear: () => this.clearOutput(),
        });
        this.runs = new CellRun(this.output, {
            changed: () => host.changed(),
            problems: (problems: Diagnostic[]) => this.source.showProblems(problems),
            ended: (done) => host.ended(this, done),
        });
        this.undoMemory = new UndoMemory(`interleave.undo.${host.lesson}.${this.id}`);
        this.drafts = new DraftKeeper(`interleave.draft.${host.lesson}.${this.id}`, {
            text: () => this.source.text,
            show: (text) => (this.source.text = text),
            save: (text, base, last) => host.api.saveDraft(this.id, text, base, last),
            conflict: (other) => this.showConflict(other),
            shown: (state) =>
                this.bar.showSaving(state === "saved" ? "" : t("Kept in this browser, not yet saved")),
        });
        this.layOut(number);
    }

    get facts(): CellFacts {
        return { author: this.source.original, text: this.source.text, lastRun: this.runs.last };
    }

    /** Shows what the server kept, and what only this browser kept. */
    restore(state: CellState): void {
        this.drafts.restore(state.draft?.text ?? this.source.original, state.revision);
        if (!this.runs.isShown(state.run)) {
            this.runs.restore(state.run);
            if (state.run !== null && remembered(this.clearedKey) === String(state.run.number)) {
                this.output.empty();
            }
        }
    }

    /** Shows what the server kept of a cell that is new on the page: its runs from now on are in the stream. */
    restoreAdded(state: CellState): void {
        this.restore(this.runs.last === null ? state : { ...state, run: null });
    }

    /** Takes what was printed out of sight, also when the lesson is opened again. */
    clearOutput(): void {
        const hadFocus = this.output.element.contains(document.activeElement);
        this.output.empty();
        if (hadFocus && this.output.element.hidden) {
            this.bar.focus();
        }
        this.timeline?.close();
        this.timeline = null;
        if (this.runs.busy || this.runs.last === null) {
            forget(this.clearedKey);
        } else {
            remember(this.clearedKey, String(this.runs.last.number));
        }
    }

    /** Keeps what is typed: the page may be going away. */
    flush(): void {
        this.drafts.flush();
        const history = this.source.history;
        if (history !== null) {
            this.undoMemory.keep(history);
        }
    }

    /** Another tab, or this one, stored a text. */
    draftStored(draft: Draft): void {
        this.drafts.arrived(draft.text ?? this.source.original, draft.revision);
    }

    typed(): void {
        this.drafts.changed();
        this.host.changed();
    }

    edit(create: (text: string, host: EditorHost) => Editor, host: EditorHost): void {
        this.source.edit(create, host);
    }

    /** Stores the text and runs it, with a timeline if wanted; whether it was accepted. */
    async run(trace = false): Promise<boolean> {
        const before = this.runs.phase;
        this.runs.sending();
        try {
            const accepted = await this.drafts.exclusively(() => this.send(trace));
            if (!accepted) {
                this.runs.notSent(before);
            } else if (trace) {
                await this.showTimeline();
            }
            return accepted;
        } catch (error) {
            this.runs.notSent(before);
            this.host.failed(error);
            return false;
        }
    }

    show(stale: Staleness): void {
        this.stale = stale;
        this.figure.classList.toggle("busy", this.runs.busy);
        this.bar.show(this.runs.phase, this.stale, this.source.text !== this.source.original);
    }

    /** Puts a text there as if it was typed. */
    useText(text: string): void {
        this.source.text = text;
        this.typed();
    }

    focusEditor(): void {
        if (this.source.isEditor) {
            this.source.focus();
        } else {
            this.figure.focus();
        }
    }

    focusBar(): void {
        this.bar.focus();
    }

    /** The code for it is fetched when it is wanted first. */
    private async showTimeline(shared: SharedView | null = null): Promise<void> {
        const [{ TracePanel }, { portions }] = await Promise.all([import("../trace/panel"), import("../trace/link")]);
        this.timeline?.close();
        this.timeline = new TracePanel(this.label, this.id, {
            portion: portions(this.host.api, this.id, shared),
            failed: this.host.failed,
            busy: () => this.runs.busy,
        }, shared);
        this.output.element.after(this.timeline.element);
    }

    /** Shows the timeline of a run that is over, as a link says. */
    async openTimeline(shared: SharedView): Promise<void> {
        await this.showTimeline(shared);
    }

    /** Tries what can come of the cell under many schedules; nothing of it is a run of the cell. */
    async runManyTimes(): Promise<void> {
        await this.showSchedules(() => this.source.text);
    }

    /** One schedule of a text that may be another than the cell's, because it came by a link. */
    async replay(shared: { text: string; seed: number }): Promise<void> {
        await this.showSchedules(() => shared.text, { schedules: 1, seed: shared.seed, condition: "", search: false });
    }

    private async showSchedules(source: () => string, first?: Trial): Promise<void> {
        const [{ SchedulesPanel }, { withCondition }, { linkTo }] = await Promise.all([
            import("../schedules/panel"),
            import("../schedules/search"),
            import("../schedules/link"),
        ]);
        let text = "";
        this.schedules?.close();
        const host = {
            begin: (trial: Trial) => {
                text = withCondition(source(), trial.condition);
                return this.host.api.beginSchedules(this.id, text, trial.schedules, trial.seed);
            },
            link: (seed: number) => linkTo({ cell: this.id, seed, text }),
            now: () => this.host.api.schedules(this.id),
            stop: () => this.host.api.stopSchedules(this.id),
            failed: this.host.failed,
            ended: (answer: SchedulesAnswer) => this.sampled.forEach((listener) => listener(answer)),
        };
        this.schedules = new SchedulesPanel(this.label, host, first);
        this.output.element.after(this.schedules.element);
    }

    /** Hears what came of the cell under many schedules, each time that it was tried to the end. */
    onSampled(listener: (answer: SchedulesAnswer) => void): void {
        this.sampled.push(listener);
    }

    private send(trace: boolean): Promise<boolean> {
        const text = this.source.text;
        return this.drafts.storeBy(text, (base) => this.host.api.run(this.id, text, base, trace));
    }

    private async reset(): Promise<void> {
        this.beforeReset = this.source.text;
        try {
            const revision = await this.drafts.exclusively(() => this.host.api.resetDraft(this.id));
            this.drafts.storedAs(this.source.original, revision);
            this.source.text = this.source.original;
            this.bar.offerUndo(true);
            this.host.changed();
        } catch (error) {
            this.host.failed(error);
        }
    }

    private undoReset(): void {
        if (this.beforeReset !== null) {
            this.source.text = this.beforeReset;
            this.beforeReset = null;
            this.bar.offerUndo(false);
            this.typed();
        }
    }

    private showConflict(other: Draft): void {
        const theirs = other.text ?? this.source.original;
        const close = () => {
            this.conflictShown?.remove();
            this.conflictShown = null;
            this.focusEditor();
        };
        this.conflictShown?.remove();
        this.conflictShown = conflict(this.source.text, theirs, {
            keepMine: () => {
                this.drafts.storedAs(theirs, other.revision);
                this.drafts.changed();
                close();
            },
            takeOther: () => {
                this.source.text = theirs;
                this.drafts.storedAs(theirs, other.revision);
                this.host.changed();
                close();
            },
        });
        this.bar.element.after(this.conflictShown);
    }

    private async sendInput(text: string): Promise<boolean> {
        try {
            await this.host.api.input(text);
            return true;
        } catch (error) {
            this.host.failed(error);
            return false;
        }
    }

    private async endThreads(): Promise<void> {
        try {
            this.output.threadsEnded(await this.host.api.endThreads());
        } catch (error) {
            this.host.failed(error);
        }
    }

    private get clearedKey(): string {
        return `interleave.cleared.${this.host.lesson}.${this.id}`;
    }

    private layOut(number: string): void {
        const figure = this.figure;
        figure.tabIndex = -1;
        figure.setAttribute("role", "group");
        figure.setAttribute("aria-label", this.label[0]!.toUpperCase() + this.label.slice(1));
        figure
            .querySelector("figcaption")
            ?.prepend(element("span", { class: "cell-number" }, `${number}`));
        this.source.element.after(this.bar.element, this.output.element);
        figure.classList.add("live");
    }
}
