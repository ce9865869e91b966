// The cells of a lesson together: running them in order, which are stale, going from one to another.

import { Cell, type CellHost } from "../cell/cell";
import { staleness } from "../cell/staleness";
import type { CellEvent, Done, Draft, LessonState, SessionState } from "../messages";
import { announce } from "../page/announce";
import { ending } from "../output/ending";
import { isOwn, ownFigure } from "../cell/own-figure";
import type { Api } from "./api";
import { OwnCells } from "./own-cells";
import { t } from "../page/texts";

export interface NotebookHost {
    readonly api: Api;
    readonly lesson: string;
    /** What is shown about the cells as a whole may have changed. */
    changed(notebook: Notebook): void;
    failed(error: unknown): void;
}

export class Notebook {
    readonly cells: Cell[];
    readonly own: OwnCells;
    private readonly cellHost: CellHost;
    private readonly addedListeners: ((cell: Cell) => void)[] = [];
    private earlierRuns = 0;
    private refreshing = false;

    constructor(
        figures: HTMLElement[],
        private readonly host: NotebookHost,
    ) {
        this.own = new OwnCells(this, host.api, host.failed);
        this.cellHost = {
            api: host.api,
            lesson: host.lesson,
            run: (cell, trace) => void this.run(cell, trace),
            runAbove: (cell) => void this.runUpTo(cell),
            showHistory: (cell) => void this.showHistory(cell).catch(host.failed),
            stop: () => void host.api.stop().catch(host.failed),
            add: (cell) => void this.own.add(cell),
            split: (cell) => void this.own.split(cell),
            move: (cell, step) => void this.own.move(cell, step),
            remove: (cell) => void this.own.remove(cell),
            changed: () => this.refreshSoon(),
            ended: (cell, done) => this.say(cell, done),
            failed: host.failed,
        };
        this.cells = figures.map((figure, index) => new Cell(figure, String(index + 1), this.cellHost));
        this.refresh();
    }

    /** Shows a state after which the stream goes on. */
    restore(state: LessonState): void {
        this.place(Object.keys(state.cells));
        for (const cell of this.cells) {
            const kept = state.cells[cell.id];
            if (kept !== undefined) {
                cell.restore(kept);
            }
        }
        this.showSession(state.session);
    }

    /** Has this listener for every cell, also those that are added later. */
    whenAdded(listener: (cell: Cell) => void): void {
        this.addedListeners.push(listener);
        this.cells.forEach(listener);
    }

    /**
     * Puts the cells in this order; what is new gets what the server keeps of it. The others stay as
     * they are: what they print comes in the stream, which this state is not in step with.
     */
    async arrange(order: readonly string[]): Promise<void> {
        const added = this.place(order);
        if (added.length === 0) {
            return;
        }
        const state = await this.host.api.state();
        for (const cell of added) {
            const kept = state.cells[cell.id];
            if (kept !== undefined) {
                cell.restoreAdded(kept);
            }
        }
        this.refreshSoon();
    }

    /** The cells that were made because they were not there. */
    private place(order: readonly string[]): Cell[] {
        const known = new Map(this.cells.map((cell) => [cell.id, cell]));
        const focused = document.activeElement as HTMLElement | null;
        const placed: Cell[] = [];
        const added: Cell[] = [];
        for (const id of order) {
            let cell = known.get(id);
            const above = placed.at(-1);
            if (cell === undefined && isOwn(id) && above !== undefined) {
                cell = new Cell(ownFigure(id), "+", this.cellHost);
                added.push(cell);
            }
            if (cell === undefined) {
                continue;
            }
            known.delete(id);
            if (isOwn(id) && above !== undefined && above.figure.nextElementSibling !== cell.figure) {
                above.figure.after(cell.figure);
            }
            placed.push(cell);
        }
        known.forEach((cell) => cell.figure.remove());
        this.cells.splice(0, this.cells.length, ...placed);
        if (focused?.isConnected && focused !== document.activeElement) {
            focused.focus();
        }
        added.forEach((cell) => this.addedListeners.forEach((listener) => listener(cell)));
        this.refreshSoon();
        return added;
    }

    showSession(session: SessionState): void {
        this.earlierRuns = session.earlierRuns;
        this.refreshSoon();
    }

    on(cell: string, run: number, event: CellEvent): void {
        this.cell(cell)?.runs.on(run, event);
    }

    draftStored(cell: string, draft: Draft): void {
        this.cell(cell)?.draftStored(draft);
        this.refreshSoon();
    }

    /** Saves what is not saved; called when the page may be going away. */
    flush(): void {
        this.cells.forEach((cell) => cell.flush());
    }

    async run(cell: Cell, trace = false): Promise<boolean> {
        if (cell.runs.busy) {
            return false;
        }
        announce(t("Running {0}", cell.label));
        return cell.run(trace);
    }

    /** Runs all cells above and then this one. */
    runUpTo(last: Cell): Promise<void> {
        return this.runInTurn(this.cells.slice(0, this.cells.indexOf(last) + 1));
    }

    /** Runs this cell and then all below. */
    runFrom(first: Cell): Promise<void> {
        return this.runInTurn(this.cells.slice(this.cells.indexOf(first)));
    }

    runAll(): Promise<void> {
        return this.runInTurn(this.cells);
    }

    clearOutputs(): void {
        this.cells.forEach((cell) => cell.clearOutput());
        announce(t("All outputs are cleared. Versions still has them."));
    }

    /** Completes when nothing of what runs now runs any more. */
    async settled(): Promise<void> {
        const busy = this.cells.filter((cell) => cell.runs.busy);
        await Promise.all(busy.map((cell) => cell.runs.end()));
    }

    /** The code for it is fetched when it is wanted first. */
    private async showHistory(cell: Cell): Promise<void> {
        const { showHistory } = await import("./history");
        await showHistory(cell, this.host.api);
    }

    neighbour(cell: Cell, step: 1 | -1): Cell | undefined {
        return this.cells[this.cells.indexOf(cell) + step];
    }

    /** Runs cells one after the other, until one cannot go on. */
    private async runInTurn(cells: readonly Cell[]): Promise<void> {
        for (const cell of cells) {
            const end = cell.runs.end();
            if (!cell.runs.busy && !(await this.run(cell))) {
                return;
            }
            if (!goesOnAfter(cell, await end)) {
                return;
            }
        }
    }

    private cell(id: string): Cell | undefined {
        return this.cells.find((cell) => cell.id === id);
    }

    /** Once for all changes of a moment. */
    private refreshSoon(): void {
        if (!this.refreshing) {
            this.refreshing = true;
            queueMicrotask(() => this.refresh());
        }
    }

    private refresh(): void {
        this.refreshing = false;
        const stale = staleness(
            this.cells.map((cell) => cell.facts),
            this.earlierRuns,
        );
        this.cells.forEach((cell, index) => cell.show(stale[index]!));
        this.host.changed(this);
    }

    private say(cell: Cell, done: Done): void {
        announce(`${cell.label}: ${ending(done).text}`);
    }
}

/** A cell that is meant not to compile, or to throw, does not keep the others from running. */
function goesOnAfter(cell: Cell, done: Done): boolean {
    const refused = cell.figure.dataset.refused !== undefined;
    return done.status === "ok" || done.status === "exception" || refused;
}
