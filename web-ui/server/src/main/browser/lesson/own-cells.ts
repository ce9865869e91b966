// Adding, moving, splitting and removing cells of one's own between those of the author.

import type { Cell } from "../cell/cell";
import { isOwn } from "../cell/own-figure";
import { announce } from "../page/announce";
import { button } from "../page/dom";
import type { Api } from "./api";
import type { Notebook } from "./notebook";
import { notice } from "./notices";
import { t } from "../page/texts";

export class OwnCells {
    private closeNotice: (() => void) | null = null;
    private undo: (() => void) | null = null;

    constructor(
        private readonly notebook: Notebook,
        private readonly api: Api,
        private readonly failed: (error: unknown) => void,
    ) {}

    /** Adds a cell below another one and goes there. */
    add(below: Cell): Promise<void> {
        return this.tried(async () => this.show(await this.api.addCell(below.id, "")));
    }

    async addAbove(cell: Cell): Promise<void> {
        const above = this.notebook.neighbour(cell, -1);
        if (above === undefined) {
            announce(t("The first cell of a lesson is its author’s."));
        } else {
            await this.add(above);
        }
    }

    /** What stands behind the cursor becomes a cell of its own; it stays where it is until that is there. */
    split(cell: Cell): Promise<void> {
        const { text, cursor } = cell.source;
        const rest = text.slice(cursor);
        return this.tried(async () => {
            const added = await this.api.addCell(cell.id, rest.replace(/^\n/, ""));
            const now = cell.source.text;
            if (now.endsWith(rest)) {
                cell.useText(now.slice(0, now.length - rest.length).replace(/\n$/, ""));
            }
            await this.show(added);
        });
    }

    private async show({ cell, cells }: { cell: string; cells: string[] }): Promise<void> {
        await this.notebook.arrange(cells);
        const added = this.notebook.cells.find((each) => each.id === cell);
        added?.figure.focus();
        added?.focusEditor();
        announce(t("A cell of your own was added."));
    }

    move(cell: Cell, step: 1 | -1): Promise<void> {
        return this.tried(async () => {
            const at = this.notebook.cells.indexOf(cell);
            const after = this.notebook.cells[step === 1 ? at + 1 : at - 2];
            if (after === undefined || !isOwn(cell.id)) {
                announce(isOwn(cell.id) ? t("It cannot go further.") : t("The author’s cells stay where they are."));
                return;
            }
            await this.notebook.arrange(await this.api.moveCell(cell.id, after.id));
            cell.figure.scrollIntoView({ block: "nearest" });
            announce(step === 1 ? t("Moved down.") : t("Moved up."));
        });
    }

    remove(cell: Cell): Promise<void> {
        return this.tried(async () => {
            if (!isOwn(cell.id)) {
                announce(t("The author’s cells stay where they are."));
                return;
            }
            const above = this.notebook.neighbour(cell, -1);
            // What was typed last is stored first: it comes back when the removal is undone.
            cell.drafts.flush();
            const left = await cell.drafts.exclusively(() => this.api.removeCell(cell.id));
            await this.notebook.arrange(left);
            above?.figure.focus();
            this.offerUndo(cell.id);
        });
    }

    undoRemoval(): void {
        if (this.undo === null) {
            announce(t("No cell was removed."));
        } else {
            this.undo();
        }
    }

    private offerUndo(id: string): void {
        this.closeNotice?.();
        const undo = () => {
            close();
            this.undo = null;
            void this.tried(async () => {
                await this.notebook.arrange(await this.api.restoreCell(id));
                this.notebook.cells.find((each) => each.id === id)?.figure.focus();
            });
        };
        const close = notice("removed", t("Your cell was removed."), button("quiet", undo, t("Undo")), button("quiet", () => close(), t("Close")));
        this.closeNotice = close;
        this.undo = undo;
    }

    private async tried(action: () => Promise<void>): Promise<void> {
        try {
            await action();
        } catch (error) {
            this.failed(error);
        }
    }
}
