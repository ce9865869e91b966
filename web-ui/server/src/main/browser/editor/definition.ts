// Goes to where a name is defined: in the text itself, in an earlier cell, or in another file.

import { javaLanguage } from "@codemirror/lang-java";
import type { EditorView } from "@codemirror/view";
import { announce } from "../page/announce";
import type { EditorHost } from "./editor";
import { t } from "../page/texts";

export function goToDefinition(host: EditorHost) {
    return (view: EditorView): boolean => {
        const { head } = view.state.selection.main;
        const word = view.state.wordAt(head);
        if (word === null) {
            return true;
        }
        const name = view.state.sliceDoc(word.from, word.to);
        const place = definitionIn(view.state.doc.toString(), name, head);
        if (place !== null) {
            view.dispatch({ selection: { anchor: place }, scrollIntoView: true });
        } else if (!host.goToEarlier((text) => definitionIn(text, name, text.length))) {
            announce(t("{0} is not defined here or earlier", name));
        }
        return true;
    };
}

/** The last definition of a name before a place, or else the first one behind it. */
function definitionIn(text: string, name: string, place: number): number | null {
    const found: number[] = [];
    javaLanguage.parser.parse(text).iterate({
        enter: (node) => {
            if (node.name === "Definition" && text.slice(node.from, node.to) === name) {
                found.push(node.from);
            }
        },
    });
    return found.findLast((from) => from <= place) ?? found[0] ?? null;
}
