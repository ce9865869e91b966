// Completion from the lesson's session: it knows what earlier cells defined.

import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorHost } from "./editor";

const WORD = /[\w$]+$/;
const REST_OF_WORD = /^[\w$]*$/;
const TYPES: Record<string, string> = {
    method: "function",
    field: "property",
    variable: "variable",
    local_variable: "variable",
    parameter: "variable",
    class: "class",
    record: "class",
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
        const abort = new AbortController();
        context.addEventListener("abort", () => abort.abort());
        const found = await host.complete(context.state.doc.toString(), context.pos, abort.signal);
        if (found === null || context.aborted || found.items.length === 0) {
            return null;
        }
        return {
            from: found.anchor,
            validFor: REST_OF_WORD,
            options: found.items.map((item) => ({
                label: item.text,
                type: TYPES[item.kind.toLowerCase()] ?? "text",
                boost: item.fits ? 10 : 0,
            })),
        };
    };
}
