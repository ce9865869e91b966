// Help while typing. In a part of its own, which comes when an editor gets the focus first.

import {
    acceptCompletion,
    autocompletion,
    closeBrackets,
    closeBracketsKeymap,
    completionKeymap,
} from "@codemirror/autocomplete";
import { lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Prec, type Extension } from "@codemirror/state";
import { keymap, type KeyBinding } from "@codemirror/view";
import { checkWhileTyping, quickFix } from "./check";
import { completionFrom } from "./completion";
import { goToDefinition } from "./definition";
import { documentAtCursor, documentationFrom } from "./documentation";
import type { EditorHost } from "./editor";
import { format } from "./format";
import { hintField } from "./hint";
import { parametersOf } from "./parameters";
import { rename } from "./rename";

const COMPLETION_DELAY = 150;

export interface Assistance {
    readonly extension: Extension;
    readonly keys: readonly KeyBinding[];
}

export function assistance(host: EditorHost): Assistance {
    const parameters = parametersOf(host);
    const keys = [
        { key: "Tab", run: acceptCompletion },
        { key: "F1", run: documentAtCursor(host) },
        { key: "F12", run: goToDefinition(host) },
        { key: "F2", run: rename },
        { key: "Mod-Shift-Space", run: parameters.ask },
        { key: "Mod-Shift-f", run: format },
        { key: "Mod-.", run: quickFix },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...lintKeymap,
        { key: "Escape", run: parameters.close },
    ];
    const extension = [
        closeBrackets(),
        search({ top: true }),
        highlightSelectionMatches(),
        autocompletion({
            override: [completionFrom(host)],
            activateOnTypingDelay: COMPLETION_DELAY,
        }),
        documentationFrom(host),
        hintField,
        parameters.extension,
        checkWhileTyping(host),
        Prec.high(keymap.of(keys)),
    ];
    return { extension, keys };
}
