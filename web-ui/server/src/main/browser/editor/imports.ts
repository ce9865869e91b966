// Imports that a cell lacks: where they go, and offering them where a name is not known.

import type { Action } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Diagnostic } from "../messages";
import { announce } from "../page/announce";
import type { EditorHost } from "./editor";
import { offsetOf } from "./problems";
import { t } from "../page/texts";

const TYPE_NAME = /^[A-Z]\w*$/;
const MOST_OFFERED = 4;

/**
 * The change that imports a type, behind the imports and the package's name that are there; null if
 * it is there.
 */
export function importChange(document: Text, type: string): { from: number; insert: string } | null {
    const line = `import ${type};`;
    let from = 0;
    for (let number = 1; number <= document.lines; number++) {
        const { text, to } = document.line(number);
        if (text.trim() === line) {
            return null;
        }
        if (/^\s*(import|package)\s/.test(text)) {
            from = Math.min(to + 1, document.length);
        }
    }
    const newLineBefore = from > 0 && document.sliceString(from - 1, from) !== "\n" ? "\n" : "";
    return { from, insert: `${newLineBefore}${line}\n` };
}

/** What would make an unknown name known. */
export async function importsFor(
    problem: Diagnostic,
    document: Text,
    host: EditorHost,
): Promise<Action[]> {
    const from = offsetOf(document, problem.line, problem.column);
    const end = offsetOf(document, problem.endLine, problem.endColumn);
    const name = document.sliceString(from, end);
    if (!problem.message.startsWith("cannot find symbol") || !TYPE_NAME.test(name)) {
        return [];
    }
    const found = await host.complete(document.toString(), end, new AbortController().signal);
    return (found?.items ?? [])
        .filter((item) => item.text === name && item.imported !== "")
        .slice(0, MOST_OFFERED)
        .map((item) => ({
            name: t("Import {0}", item.imported),
            apply: (view: EditorView) => addImport(view, item.imported),
        }));
}

function addImport(view: EditorView, type: string): void {
    const change = importChange(view.state.doc, type);
    if (change !== null) {
        view.dispatch({ changes: change, userEvent: "input" });
        announce(t("Imported {0}", type));
    }
}
