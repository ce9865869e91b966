// Completion from the lesson's session: it knows what earlier cells defined.

import {
    type Completion,
    type CompletionContext,
    type CompletionResult,
    pickedCompletion,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { Suggestion } from "../messages";
import { describe } from "./documentation";
import type { EditorHost } from "./editor";
import { importChange } from "./imports";

const WORD = /[\w$]+$/;
const REST_OF_WORD = /^[\w$]*$/;
const FITS = 30;
const TYPES: Record<string, string> = {
    method: "function",
    field: "property",
    constant: "constant",
    variable: "variable",
    class: "class",
    record: "class",
    annotation: "class",
    type: "type",
    enum: "enum",
    interface: "interface",
    package: "namespace",
    keyword: "keyword",
};

export function completionFrom(host: EditorHost) {
    return async (context: CompletionContext): Promise<CompletionResult | null> => {
        const word = context.matchBefore(WORD);
        const afterDot = context.matchBefore(/\.[ \n]*$/) !== null;
        if (word === null && !afterDot && !context.explicit) {
            return null;
        }
        if (word !== null && /^\d/.test(word.text)) {
            return null;
        }
        const abort = new AbortController();
        context.addEventListener("abort", () => abort.abort());
        const text = context.state.doc.toString();
        const found = await host.complete(text, context.pos, abort.signal);
        if (found === null || context.aborted || found.items.length === 0) {
            return null;
        }
        const around = { before: text.slice(0, found.anchor), after: text.slice(context.pos) };
        return {
            from: found.anchor,
            validFor: REST_OF_WORD,
            options: found.items.map((item, index) => option(item, index, around, host)),
        };
    };
}

function option(
    item: Suggestion,
    index: number,
    around: { before: string; after: string },
    host: EditorHost,
): Completion {
    const name = nameOf(item);
    return {
        label: name,
        detail: item.imported === "" ? item.detail : `${item.detail} · import`,
        type: TYPES[item.kind] ?? "text",
        boost: (item.fits ? FITS : 0) - Math.min(index, 60) / 2,
        apply: (view, completion, from, to) => apply(view, completion, item, from, to),
        info: item.kind === "keyword" || item.kind === "package" ? undefined : async () => {
            const text = importLine(item) + around.before + name + around.after;
            const place = importLine(item).length + around.before.length + name.length;
            const found = await host.document(text, place);
            return found === null || found.signatures.length === 0
                ? null
                : describe(found.signatures, found.text);
        },
    };
}

function nameOf(item: Suggestion): string {
    return item.text.replace(/\(.*$/, "");
}

function importLine(item: Suggestion): string {
    return item.imported === "" ? "" : `import ${item.imported};\n`;
}

/** Methods get their brackets, with the cursor where the arguments go; types get their import. */
function apply(
    view: EditorView,
    completion: Completion,
    item: Suggestion,
    from: number,
    to: number,
): void {
    const bracketsThere = view.state.sliceDoc(to, to + 1) === "(";
    const takesArguments = item.text.endsWith("(");
    const insert = bracketsThere ? nameOf(item) : takesArguments ? `${item.text})` : item.text;
    const cursor = from + (takesArguments && !bracketsThere ? insert.length - 1 : insert.length);
    const added = item.imported === "" ? null : importChange(view.state.doc, item.imported);
    view.dispatch({
        changes: [{ from, to, insert }, ...(added === null ? [] : [added])],
        selection: { anchor: cursor + (added?.insert.length ?? 0) },
        annotations: pickedCompletion.of(completion),
        userEvent: "input.complete",
        scrollIntoView: true,
    });
}
