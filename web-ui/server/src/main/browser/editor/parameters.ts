// Shows the parameters of the call that the cursor is in, while its arguments are typed.

import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { announce } from "../page/announce";
import { element } from "../page/dom";
import type { EditorHost } from "./editor";
import { closeHint, showHint } from "./hint";
import { t } from "../page/texts";

const MOST_SHOWN = 6;

/** The open bracket of a call and how many commas are between it and the cursor. */
interface Call {
    open: number;
    index: number;
}

/** Begins with a bracket or a comma, or when asked, and goes on until the call is left. */
export function parametersOf(host: EditorHost) {
    const shown: Shown = { open: null, signatures: [], asked: 0 };
    return {
        extension: EditorView.updateListener.of((update) => follow(update, host, shown)),
        ask: (view: EditorView): boolean => {
            const call = callAt(view.state);
            if (call === null) {
                announce(t("Not among the arguments of a call"));
            } else {
                void show(view, host, shown, call);
            }
            return true;
        },
        close: (view: EditorView): boolean => {
            shown.open = null;
            return closeHint(view);
        },
    };
}

interface Shown {
    open: number | null;
    signatures: string[];
    asked: number;
}

function follow(update: ViewUpdate, host: EditorHost, shown: Shown): void {
    if (!update.docChanged && !update.selectionSet) {
        return;
    }
    const typed = update.transactions.some((each) => each.isUserEvent("input"));
    const call = callAt(update.state);
    const begins = typed && /[(,]\s?$/.test(before(update.state));
    if (call === null || (shown.open !== call.open && !begins)) {
        shown.open = null;
    } else {
        // Not while the editor is in the middle of an update.
        queueMicrotask(() => void show(update.view, host, shown, call));
    }
}

function before(state: EditorState): string {
    const { head } = state.selection.main;
    return state.sliceDoc(Math.max(0, head - 2), head);
}

async function show(view: EditorView, host: EditorHost, shown: Shown, call: Call): Promise<void> {
    const number = ++shown.asked;
    if (shown.open !== call.open) {
        const found = await host.document(view.state.doc.toString(), call.open + 1);
        if (number !== shown.asked || found === null || found.signatures.length === 0) {
            return;
        }
        shown.open = call.open;
        shown.signatures = found.signatures;
    }
    const now = callAt(view.state);
    if (now === null || now.open !== shown.open) {
        return;
    }
    const fitting = shown.signatures.filter((each) => parameters(each).length > now.index);
    const signatures = fitting.length > 0 ? fitting : shown.signatures;
    showHint(view, now.open, list(signatures, now.index));
    announce(spoken(signatures[0]!, now.index));
}

function callAt(state: EditorState): Call | null {
    const { head, empty } = state.selection.main;
    if (!empty) {
        return null;
    }
    for (
        let node: ReturnType<typeof syntaxTree>["topNode"] | null = syntaxTree(state).resolveInner(head, -1);
        node !== null;
        node = node.parent
    ) {
        if (node.name === "Block" || node.name === "LambdaExpression" || node.name === "ClassBody") {
            return null;
        }
        if (node.name === "ArgumentList" && node.from < head && !closedBefore(state, node, head)) {
            return { open: node.from, index: commas(state, node, head) };
        }
    }
    return null;
}

type Node = ReturnType<typeof syntaxTree>["topNode"];

function closedBefore(state: EditorState, list: Node, head: number): boolean {
    return head >= list.to && state.sliceDoc(list.to - 1, list.to) === ")";
}

/** Those that belong to the call itself and not to something inside of its arguments. */
function commas(state: EditorState, list: Node, head: number): number {
    let count = 0;
    let at = list.from + 1;
    const upTo = (end: number) => {
        count += [...state.sliceDoc(at, Math.max(at, Math.min(end, head)))].filter((c) => c === ",").length;
    };
    for (let child = list.firstChild; child !== null; child = child.nextSibling) {
        if (child.to - child.from > 1 || /\w/.test(state.sliceDoc(child.from, child.to))) {
            upTo(child.from);
            at = child.to;
        }
    }
    upTo(head);
    return count;
}

/** What stands between the outer brackets of a signature, at its outer commas. */
function parameters(signature: string): string[] {
    const text = signature.slice(signature.indexOf("(") + 1, signature.lastIndexOf(")"));
    const found: string[] = [];
    let depth = 0;
    let from = 0;
    for (let at = 0; at < text.length; at++) {
        depth += text[at] === "<" ? 1 : text[at] === ">" ? -1 : 0;
        if (text[at] === "," && depth === 0) {
            found.push(text.slice(from, at).trim());
            from = at + 1;
        }
    }
    const last = text.slice(from).trim();
    return last === "" ? found : [...found, last];
}

function list(signatures: string[], index: number): HTMLElement {
    const more = signatures.length - MOST_SHOWN;
    return element(
        "div",
        { class: "parameters" },
        ...signatures.slice(0, MOST_SHOWN).map((each) => line(each, index)),
        more > 0 ? element("div", { class: "more" }, t("and {0} more", more)) : null,
    );
}

function line(signature: string, index: number): HTMLElement {
    const all = parameters(signature);
    const parts = all.flatMap((each, at) => [
        at === 0 ? "" : ", ",
        at === Math.min(index, all.length - 1) ? element("b", {}, each) : each,
    ]);
    return element(
        "div",
        {},
        signature.slice(0, signature.indexOf("(") + 1),
        ...parts,
        signature.slice(signature.lastIndexOf(")")),
    );
}

function spoken(signature: string, index: number): string {
    const all = parameters(signature);
    const current = all[Math.min(index, all.length - 1)];
    return current === undefined ? signature : `${current}, of ${signature}`;
}
