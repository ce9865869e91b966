// Keys on a cell's frame, outside of its editor.

import type { Cell } from "../cell/cell";
import type { Notebook } from "./notebook";

export function cellKeys(notebook: Notebook): void {
    for (const cell of notebook.cells) {
        cell.figure.addEventListener("keydown", (event) => {
            if (event.target === cell.figure && onFrame(event, cell, notebook)) {
                event.preventDefault();
            }
        });
    }
}

function onFrame(event: KeyboardEvent, cell: Cell, notebook: Notebook): boolean {
    if (event.key === "Enter" && (event.shiftKey || event.ctrlKey || event.metaKey)) {
        void notebook.run(cell);
        if (event.shiftKey) {
            notebook.neighbour(cell, 1)?.figure.focus();
        }
        return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
        return false;
    }
    switch (event.key) {
        case "Enter":
            cell.focusEditor();
            return true;
        case "Tab":
            // Past the editor: otherwise Escape would not have left it.
            if (!event.shiftKey) {
                cell.focusBar();
            }
            return !event.shiftKey;
        case "ArrowDown":
        case "j":
            notebook.neighbour(cell, 1)?.figure.focus();
            return true;
        case "ArrowUp":
        case "k":
            notebook.neighbour(cell, -1)?.figure.focus();
            return true;
        default:
            return false;
    }
}
