// Signatures and documentation of what the pointer rests on, or of what the cursor is at.

import { hoverTooltip, type EditorView, type Tooltip } from "@codemirror/view";
import type { DocumentationAnswer } from "../messages";
import { announce } from "../page/announce";
import { element } from "../page/dom";
import type { EditorHost } from "./editor";
import { showHint } from "./hint";
import { t } from "../page/texts";

const HOVER_DELAY = 450;

export function documentationFrom(host: EditorHost) {
    return hoverTooltip(
        async (view, position): Promise<Tooltip | null> => {
            const word = view.state.wordAt(position);
            const found = word === null ? null : await known(host, view, word.to);
            return word === null || found === null
                ? null
                : {
                      pos: word.from,
                      end: word.to,
                      above: true,
                      create: () => ({ dom: describe(found.signatures, found.text) }),
                  };
        },
        { hoverTime: HOVER_DELAY },
    );
}

/** The same by keyboard, and for those who do not see it. */
export function documentAtCursor(host: EditorHost) {
    return (view: EditorView): boolean => {
        const word = view.state.wordAt(view.state.selection.main.head);
        if (word !== null) {
            void known(host, view, word.to).then((found) => {
                if (found === null) {
                    announce(t("Nothing is known about this"));
                    return;
                }
                showHint(view, word.from, describe(found.signatures, found.text));
                announce(`${found.signatures[0]}. ${found.text}`);
            });
        }
        return true;
    };
}

async function known(
    host: EditorHost,
    view: EditorView,
    offset: number,
): Promise<DocumentationAnswer | null> {
    const found = await host.document(view.state.doc.toString(), offset);
    return found === null || found.signatures.length === 0 ? null : found;
}

export function describe(signatures: string[], text: string): HTMLElement {
    return element(
        "div",
        { class: "documentation" },
        element("pre", {}, signatures.join("\n")),
        text === "" ? null : element("p", {}, text),
    );
}
