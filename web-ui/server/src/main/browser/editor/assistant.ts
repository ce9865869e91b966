// Brings the help while typing when an editor gets the focus first, and again where that failed.

import { Compartment, type Extension } from "@codemirror/state";
import { keymap, type EditorView } from "@codemirror/view";
import type { EditorHost } from "./editor";

type Part = typeof import("./assistance");

export class Assistant {
    readonly extension: Extension;
    private readonly place = new Compartment();
    private coming: Promise<Part | null> | null = null;

    constructor(private readonly host: EditorHost) {
        // Keys that are pressed before it is there are not lost.
        const early = keymap.of([
            { key: "Ctrl-Space", run: (view) => this.then(view, (part) => part.startCompletion(view)) },
            { key: "Mod-f", run: (view) => this.then(view, (part) => part.openSearchPanel(view)) },
        ]);
        this.extension = this.place.of(early);
    }

    come(view: EditorView): Promise<Part | null> {
        this.coming ??= this.load(view);
        return this.coming;
    }

    private then(view: EditorView, action: (part: Part) => void): boolean {
        void this.come(view).then((part) => part !== null && action(part));
        return true;
    }

    private async load(view: EditorView): Promise<Part | null> {
        try {
            const part = await import("./assistance");
            view.dispatch({ effects: this.place.reconfigure(part.assistance(this.host)) });
            return part;
        } catch {
            // No connection: the next focus tries again.
            this.coming = null;
            return null;
        }
    }
}
