// Signatures and documentation of what the pointer rests on.

import { hoverTooltip, type Tooltip } from "@codemirror/view";
import { element } from "../page/dom";
import type { EditorHost } from "./editor";

const HOVER_DELAY = 450;

export function documentationFrom(host: EditorHost) {
    return hoverTooltip(
        async (view, position): Promise<Tooltip | null> => {
            const word = view.state.wordAt(position);
            if (word === null) {
                return null;
            }
            const found = await host.document(view.state.doc.toString(), word.to);
            if (found === null || found.signatures.length === 0) {
                return null;
            }
            return {
                pos: word.from,
                end: word.to,
                above: true,
                create: () => ({ dom: describe(found.signatures, found.text) }),
            };
        },
        { hoverTime: HOVER_DELAY },
    );
}

function describe(signatures: string[], text: string): HTMLElement {
    return element(
        "div",
        { class: "documentation" },
        element("pre", {}, signatures.join("\n")),
        text === "" ? null : element("p", {}, text),
    );
}
