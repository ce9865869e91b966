// Indents all lines anew, and takes away blanks at their ends. No more: a cell need not parse.

import { indentRange } from "@codemirror/language";
import type { ChangeSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { announce } from "../page/announce";
import { t } from "../page/texts";

export function format(view: EditorView): boolean {
    const indented = view.state.update({
        changes: indentRange(view.state, 0, view.state.doc.length),
        userEvent: "format",
    });
    view.dispatch(indented);
    view.dispatch({ changes: trailingBlanks(view), userEvent: "format" });
    announce(t("Formatted"));
    return true;
}

function trailingBlanks(view: EditorView): ChangeSpec[] {
    const changes: ChangeSpec[] = [];
    for (let number = 1; number <= view.state.doc.lines; number++) {
        const line = view.state.doc.line(number);
        const kept = line.text.trimEnd().length;
        if (kept < line.text.length) {
            changes.push({ from: line.from + kept, to: line.to });
        }
    }
    return changes;
}
