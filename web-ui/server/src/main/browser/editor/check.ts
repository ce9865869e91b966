// Asks the session's compiler about a text while it is typed, when the typing rests.

import { undoDepth } from "@codemirror/commands";
import { forEachDiagnostic, openLintPanel, setDiagnostics, type Action } from "@codemirror/lint";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import type { Diagnostic } from "../messages";
import { announce } from "../page/announce";
import type { EditorHost } from "./editor";
import { importsFor } from "./imports";
import { toEditor } from "./problems";
import { t } from "../page/texts";

const REST = 400;

export function checkWhileTyping(host: EditorHost) {
    let timer = 0;
    let said = "";
    const soon = (view: EditorView) => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            const problems = await check(view, host);
            const first = problems?.[0];
            const words = first === undefined ? "" : t("Line {0}: {1}", first.line, first.message);
            if (problems !== null && words !== said) {
                said = words;
                announce(words === "" ? t("No problems") : words);
            }
        }, REST);
    };
    return EditorView.updateListener.of((update: ViewUpdate) => {
        if (update.view.hasFocus && (update.docChanged || typedBefore(update))) {
            soon(update.view);
        }
    });
}

/** Whether this has come only now, to a text that was changed meanwhile. */
function typedBefore(update: ViewUpdate): boolean {
    return update.transactions.some((each) => each.reconfigured) && undoDepth(update.state) > 0;
}

/**
 * Shows the problems of the text. Where the session cannot say, while the cell runs, or where the
 * text has changed since, what is shown stays.
 */
async function check(view: EditorView, host: EditorHost): Promise<Diagnostic[] | null> {
    const document = view.state.doc;
    const removed = !view.dom.isConnected;
    const problems = removed || host.busy() ? null : await host.check(document.toString());
    if (problems === null || view.state.doc !== document || host.busy()) {
        return null;
    }
    const actions = await Promise.all(problems.map((each) => importsFor(each, document, host)));
    if (view.state.doc !== document || host.busy()) {
        return null;
    }
    view.dispatch(setDiagnostics(view.state, toEditor(document, problems, actions)));
    return problems;
}

/** Does what is offered for the problem at the cursor, or shows what is offered where it is more. */
export function quickFix(view: EditorView): boolean {
    const { head } = view.state.selection.main;
    const offered: [Action, number, number][] = [];
    forEachDiagnostic(view.state, (problem, from, to) => {
        const line = view.state.doc.lineAt(from);
        if (head >= line.from && head <= Math.max(line.to, to)) {
            problem.actions?.forEach((action) => offered.push([action, from, to]));
        }
    });
    if (offered.length === 0) {
        announce(t("Nothing is offered here"));
        return true;
    }
    if (offered.length > 1) {
        return openLintPanel(view);
    }
    const [action, from, to] = offered[0]!;
    action.apply(view, from, to);
    return true;
}
