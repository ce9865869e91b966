// Brings the help while typing when an editor gets the focus first, and again where that failed.

import { Compartment, type Extension } from "@codemirror/state";
import { keymap, type EditorView } from "@codemirror/view";
import type { Assistance } from "./assistance";
import type { EditorHost } from "./editor";

/** Keys that are not lost when they are pressed before the help is there. */
const EARLY = ["Ctrl-Space", "Mod-Shift-Space", "Mod-Shift-f", "Mod-f", "Mod-.", "F1", "F2", "F12"];

export class Assistant {
    readonly extension: Extension;
    private readonly place = new Compartment();
    private coming: Promise<Assistance | null> | null = null;

    constructor(private readonly host: EditorHost) {
        const early = EARLY.map((key) => ({ key, run: (view: EditorView) => this.wait(view, key) }));
        this.extension = this.place.of(keymap.of(early));
    }

    come(view: EditorView): Promise<Assistance | null> {
        this.coming ??= this.load(view);
        return this.coming;
    }

    private wait(view: EditorView, key: string): boolean {
        void this.come(view).then((help) => help?.keys.find((each) => each.key === key)?.run?.(view));
        return true;
    }

    private async load(view: EditorView): Promise<Assistance | null> {
        try {
            const part = await import("./assistance");
            const help = part.assistance(this.host);
            view.dispatch({ effects: this.place.reconfigure(help.extension) });
            return help;
        } catch {
            // No connection: the next focus tries again.
            this.coming = null;
            return null;
        }
    }
}
