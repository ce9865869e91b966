// Asks the session's compiler about a text while it is typed, when the typing rests.

import { setDiagnostics } from "@codemirror/lint";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import type { EditorHost } from "./editor";
import { toEditor } from "./problems";

const REST = 700;

export function checkWhileTyping(host: EditorHost) {
    let timer = 0;
    return EditorView.updateListener.of((update: ViewUpdate) => {
        if (update.docChanged) {
            clearTimeout(timer);
            timer = setTimeout(() => void check(update.view, host), REST);
        }
    });
}

/** Where the session cannot say, or the text has changed since, what is shown stays. */
async function check(view: EditorView, host: EditorHost): Promise<void> {
    const document = view.state.doc;
    const problems = await host.check(document.toString());
    if (problems !== null && view.state.doc === document) {
        view.dispatch(setDiagnostics(view.state, toEditor(document, problems)));
    }
}
