// Keys on a cell's frame, outside of its editor.

import type { Cell } from "../cell/cell";
import type { Notebook } from "./notebook";

/** Two presses within this many milliseconds are one. */
const TWICE = 1000;

export interface SessionKeys {
    stop(): void;
    /** Opens the dialog in which it can be restarted. */
    open(): void;
}

export function cellKeys(notebook: Notebook, session: SessionKeys): void {
    let last = { key: "", at: 0 };
    const twice = (event: KeyboardEvent, cell: Cell): boolean => {
        const again = last.key === event.key && event.timeStamp - last.at < TWICE;
        last = again ? { key: "", at: 0 } : { key: event.key, at: event.timeStamp };
        return again && pressedTwice(event, cell, notebook, session);
    };
    notebook.whenAdded((cell) => {
        cell.figure.addEventListener("keydown", (event) => {
            if (event.target !== cell.figure) {
                return;
            }
            if (onFrame(event, cell, notebook) || twice(event, cell)) {
                event.preventDefault();
            }
        });
    });
}

function pressedTwice(
    event: KeyboardEvent,
    cell: Cell,
    notebook: Notebook,
    session: SessionKeys,
): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) {
        return false;
    }
    switch (event.key) {
        case "d":
            void notebook.own.remove(cell);
            return true;
        case "i":
            session.stop();
            return true;
        case "0":
            session.open();
            return true;
        default:
            return false;
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
        case "a":
            void notebook.own.addAbove(cell);
            return true;
        case "b":
            void notebook.own.add(cell);
            return true;
        case "o":
            cell.output.toggle();
            return true;
        case "z":
            notebook.own.undoRemoval();
            return true;
        case "Delete":
            void notebook.own.remove(cell);
            return true;
        default:
            return false;
    }
}
