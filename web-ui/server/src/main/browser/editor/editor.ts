// CodeMirror for one cell. In a part of its own, which the page loads after the text.

import { defaultKeymap, history, historyField, historyKeymap, indentWithTab, undoDepth } from "@codemirror/commands";
import { java } from "@codemirror/lang-java";
import {
    bracketMatching,
    codeFolding,
    foldGutter,
    foldKeymap,
    indentOnInput,
    indentUnit,
    syntaxHighlighting,
} from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec, type Extension } from "@codemirror/state";
import {
    drawSelection,
    dropCursor,
    EditorView,
    highlightActiveLineGutter,
    highlightSpecialChars,
    keymap,
    lineNumbers,
    rectangularSelection,
} from "@codemirror/view";
import type { KeptHistory } from "../cell/undo-memory";
import type { Diagnostic, DocumentationAnswer, SuggestionsAnswer } from "../messages";
import { Assistant } from "./assistant";
import { editorHighlight } from "./highlight-style";
import { offsetOf, toEditor } from "./problems";
import { typingOverSelection } from "./typing";

/** What the editor needs from the cell that it stands in. */
export interface EditorHost {
    readonly label: string;
    /** Id of the element that says how to leave the editor. */
    readonly description: string;
    readonly nonce: string;
    changed(): void;
    run(next: "stay" | "next" | "above" | "below" | "add"): void;
    split(): void;
    leave(): void;
    complete(text: string, offset: number, signal: AbortSignal): Promise<SuggestionsAnswer | null>;
    document(text: string, offset: number): Promise<DocumentationAnswer | null>;
    check(text: string): Promise<Diagnostic[] | null>;
    /** Whether the cell runs or waits to. */
    busy(): boolean;
    /** What could be undone in this text when the page was left. */
    keptHistory(text: string): KeptHistory | null;
    /** Goes to the offset found in the text of the nearest earlier cell where there is one. */
    goToEarlier(find: (text: string) => number | null): boolean;
}

export interface Editor {
    readonly element: HTMLElement;
    readonly text: string;
    /** Offset of the cursor. */
    readonly cursor: number;
    /** What can be undone, to be kept; null where there is nothing. */
    readonly history: KeptHistory | null;
    replace(text: string): void;
    focus(line?: number, column?: number): void;
    showProblems(problems: readonly Diagnostic[]): void;
}

export function createEditor(text: string, host: EditorHost): Editor {
    const assistant = new Assistant(host);
    const extensions = [keys(host), assistant.extension, behaviour(host), look(host)];
    const view = new EditorView({ state: stateOf(text, host, extensions) });
    let touched = false;
    view.contentDOM.addEventListener("focus", () => {
        touched = true;
        void assistant.come(view);
    });
    return {
        element: view.dom,
        get text() {
            return view.state.doc.toString();
        },
        get cursor() {
            return view.state.selection.main.head;
        },
        get history() {
            return undoDepth(view.state) === 0
                ? null
                : (view.state.toJSON({ history: historyField }) as KeptHistory);
        },
        replace(next: string) {
            if (!touched && undoDepth(view.state) === 0 && host.keptHistory(next) !== null) {
                // The text that the server kept, which comes after the editor.
                view.setState(stateOf(next, host, extensions));
                return;
            }
            view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
        },
        focus(line?: number, column?: number) {
            if (line !== undefined) {
                const anchor = offsetOf(view.state.doc, line, column ?? 1);
                view.dispatch({ selection: { anchor }, scrollIntoView: true });
            }
            view.focus();
        },
        showProblems(problems: readonly Diagnostic[]) {
            view.dispatch(setDiagnostics(view.state, toEditor(view.state.doc, problems)));
        },
    };
}

/** With what could be undone before, where that is known of this text. */
function stateOf(text: string, host: EditorHost, extensions: Extension): EditorState {
    const kept = host.keptHistory(text);
    if (kept !== null) {
        try {
            return EditorState.fromJSON(kept, { extensions }, { history: historyField });
        } catch {
            // Kept by another version of the editor.
        }
    }
    return EditorState.create({ doc: text, extensions });
}

function behaviour(host: EditorHost): Extension {
    return [
        java(),
        history(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        EditorState.allowMultipleSelections.of(true),
        indentOnInput(),
        typingOverSelection,
        codeFolding(),
        EditorView.updateListener.of((update) => {
            if (update.docChanged) {
                host.changed();
            }
        }),
    ];
}

function look(host: EditorHost): Extension {
    return [
        lineNumbers(),
        foldGutter({ openText: "⌄", closedText: "›" }),
        highlightSpecialChars(),
        highlightActiveLineGutter(),
        drawSelection(),
        dropCursor(),
        rectangularSelection(),
        bracketMatching(),
        syntaxHighlighting(editorHighlight),
        EditorView.cspNonce.of(host.nonce),
        EditorView.contentAttributes.of({
            "aria-label": host.label,
            "aria-describedby": host.description,
            // Without it the scrolling part around cannot be reached by keyboard.
            tabindex: "0",
        }),
    ];
}

function keys(host: EditorHost): Extension {
    const run = (next: Parameters<EditorHost["run"]>[0]) => () => {
        host.run(next);
        return true;
    };
    const split = () => {
        host.split();
        return true;
    };
    const leave = () => {
        host.leave();
        return true;
    };
    return [
        // Before everything else: Enter must not be taken by the completion list or an indentation.
        Prec.highest(
            keymap.of([
                { key: "Shift-Enter", run: run("next") },
                { key: "Mod-Enter", run: run("stay") },
                { key: "Alt-Enter", run: run("add") },
                { key: "Ctrl-Shift--", run: split },
                { key: "Mod-Shift-Enter", run: run("above") },
                { key: "Mod-Alt-Enter", run: run("below") },
            ]),
        ),
        keymap.of([...foldKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
        // After everything else: what Escape closes first, it closes first.
        Prec.lowest(keymap.of([{ key: "Escape", run: leave }])),
    ];
}
