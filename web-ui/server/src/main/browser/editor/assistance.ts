// Help while typing. In a part of its own, which comes when an editor gets the focus first.

import {
    acceptCompletion,
    autocompletion,
    closeBrackets,
    closeBracketsKeymap,
    completionKeymap,
    startCompletion,
} from "@codemirror/autocomplete";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Prec, type Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { checkWhileTyping } from "./check";
import { completionFrom } from "./completion";
import { documentationFrom } from "./documentation";
import type { EditorHost } from "./editor";

const COMPLETION_DELAY = 150;

export function assistance(host: EditorHost): Extension {
    return [
        closeBrackets(),
        search({ top: true }),
        highlightSelectionMatches(),
        autocompletion({
            override: [completionFrom(host)],
            activateOnTypingDelay: COMPLETION_DELAY,
        }),
        documentationFrom(host),
        checkWhileTyping(host),
        Prec.high(
            keymap.of([
                { key: "Tab", run: acceptCompletion },
                ...closeBracketsKeymap,
                ...completionKeymap,
                ...searchKeymap,
            ]),
        ),
    ];
}

export { openSearchPanel, startCompletion };
