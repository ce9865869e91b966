// Puts editors in the place of the cells' plain code: after the text is there, and first where the
// reader is.

import type { Cell } from "../cell/cell";
import type { EditorHost } from "../editor/editor";
import type { Diagnostic } from "../messages";
import { announce } from "../page/announce";
import { element } from "../page/dom";
import type { Api } from "./api";
import { orNull } from "./http";
import type { Notebook } from "./notebook";
import { t } from "../page/texts";

const NEAR = "800px 0px";
/** Id of the words on how to leave an editor. */
export const DESCRIPTION = "editor-keys";
const RETRY = 2000;

export async function loadEditors(notebook: Notebook, api: Api): Promise<void> {
    describeKeys();
    const [{ createEditor }, { colourListings }] = await editorParts();
    const editAt = (cell: Cell) => cell.edit(createEditor, hostOf(cell, notebook, api));
    const observer = new IntersectionObserver(
        (entries) => {
            for (const entry of entries.filter((each) => each.isIntersecting)) {
                const cell = notebook.cells.find((each) => each.figure === entry.target);
                observer.unobserve(entry.target);
                if (cell !== undefined) {
                    editAt(cell);
                }
            }
        },
        { rootMargin: NEAR },
    );
    notebook.whenAdded((cell) => {
        observer.observe(cell.figure);
        cell.figure.addEventListener("focusin", () => editAt(cell), { once: true });
    });
    colourListings(document);
}

/** Without a connection the code stays plain, and can be run, until there is one. */
export async function editorParts() {
    for (;;) {
        try {
            return await Promise.all([import("../editor/editor"), import("../editor/listings")]);
        } catch {
            await new Promise((resolve) => setTimeout(resolve, RETRY));
        }
    }
}

function describeKeys(): void {
    document.body.append(
        element(
            "div",
            { id: DESCRIPTION, hidden: "" },
            t("Tab indents. To leave the editor, press Escape, then Tab."),
        ),
    );
}

function hostOf(cell: Cell, notebook: Notebook, api: Api): EditorHost {
    return {
        label: t("Code of {0}", cell.label),
        description: DESCRIPTION,
        nonce: styleNonce(),
        changed: () => cell.typed(),
        run: (next) => {
            if (next === "above") {
                void notebook.runUpTo(cell);
                return;
            }
            if (next === "below") {
                void notebook.runFrom(cell);
                return;
            }
            void notebook.run(cell);
            if (next === "add") {
                void notebook.own.add(cell);
            } else if (next === "next") {
                (notebook.neighbour(cell, 1) ?? cell).focusEditor();
            }
        },
        split: () => void notebook.own.split(cell),
        leave: () => {
            cell.figure.focus();
            announce(t("Out of the editor. Enter goes back in, Tab goes on."));
        },
        complete: (text, offset, signal) => orNull(api.complete(cell.id, text, offset, signal)),
        document: (text, offset) => orNull(api.document(cell.id, text, offset)),
        check: (text) => check(cell, api, text),
        busy: () => cell.runs.busy,
        keptHistory: (text) => cell.undoMemory.of(text),
        goToEarlier: (find) => goToEarlier(cell, notebook, find),
    };
}

function goToEarlier(
    cell: Cell,
    notebook: Notebook,
    find: (text: string) => number | null,
): boolean {
    const earlier = notebook.cells.slice(0, notebook.cells.indexOf(cell));
    const target = earlier.findLast((each) => find(each.source.text) !== null);
    if (target === undefined) {
        return false;
    }
    const lines = target.source.text.slice(0, find(target.source.text)!).split("\n");
    target.figure.focus();
    target.source.focus(lines.length, lines.at(-1)!.length + 1);
    announce(t("In {0}", target.label));
    return true;
}

/** A session that is busy says nothing of a text; then what its run said of it stands. */
async function check(cell: Cell, api: Api, text: string): Promise<Diagnostic[] | null> {
    const problems = await orNull(api.check(cell.id, text));
    return problems?.length === 0 && cell.runs.last?.text === text ? null : problems;
}

export function styleNonce(): string {
    return document.querySelector<HTMLMetaElement>("meta[property='csp-nonce']")?.nonce ?? "";
}
