// Keys on a cell's frame, outside of its editor.

import type { Cell } from "../cell/cell";
import type { Notebook } from "./notebook";

export function cellKeys(notebook: Notebook): void {
    notebook.whenAdded((cell) => {
        cell.figure.addEventListener("keydown", (event) => {
            if (event.target === cell.figure && onFrame(event, cell, notebook)) {
                event.preventDefault();
            }
        });
    });
}

function onFrame(event: KeyboardEvent, cell: Cell, notebook: Notebook): boolean {
    if (event.key === "Enter" && (event.shiftKey || event.ctrlKey || event.metaKey)) {
        void notebook.run(cell);
        if (event.shiftKey) {
            notebook.neighbour(cell, 1)?.figure.focus();
        }
        return true;
    }
    if (event.key === "Enter" && event.altKey) {
        void notebook.run(cell);
        void notebook.own.add(cell);
        return true;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (event.altKey && step !== undefined) {
        void notebook.own.move(cell, step);
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
        case "b":
            void notebook.own.add(cell);
            return true;
        case "Delete":
            void notebook.own.remove(cell);
            return true;
        default:
            return false;
    }
}
