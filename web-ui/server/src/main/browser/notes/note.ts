// One note: a field below its paragraph that is saved as one types.

import { DraftKeeper } from "../cell/draft";
import { button, element } from "../page/dom";
import type { NoteApi, NoteState } from "./note-api";
import { t } from "../page/texts";

const LONGEST = "10000";

export class Note {
    readonly element: HTMLElement;
    private readonly field: HTMLTextAreaElement;
    private readonly saving = element("span", { class: "note-saving", role: "status" });
    private readonly keeper: DraftKeeper;

    /**
     * @param removed called with its text when the note is empty and left, or removed
     */
    constructor(
        lesson: string,
        paragraph: string,
        beginning: string,
        api: NoteApi,
        private readonly removed: (text: string, hadFocus: boolean) => void,
    ) {
        const id = `note-${paragraph}`;
        this.field = element("textarea", { id: `${id}-text`, rows: "2", maxlength: LONGEST });
        this.element = element(
            "aside",
            { id, class: "own-note", "aria-label": t("Your note on: {0}", beginning) },
            element("label", { for: this.field.id }, t("Your note")),
            this.field,
            element("p", { class: "note-foot" }, this.saving, button("quiet", () => this.remove(), t("Remove the note"))),
        );
        this.keeper = new DraftKeeper(`interleave.note.${lesson}.${paragraph}`, {
            text: () => this.field.value,
            show: (text) => (this.field.value = text),
            save: (text, base, last) => api.save(paragraph, beginning, text, base, last),
            conflict: ({ text, revision }) => this.join(text ?? "", revision),
            shown: (state) => {
                this.saving.textContent = state === "saved" ? "" : t("Kept in this browser, not yet saved");
            },
        });
        this.field.addEventListener("input", () => this.keeper.changed());
        this.element.addEventListener("focusout", () => setTimeout(() => this.leave()));
    }

    /** Shows what the server has, and what only this browser has. */
    restore(state: NoteState | null): void {
        this.keeper.restore(state?.text ?? "", state?.revision ?? 0);
    }

    focus(): void {
        this.field.focus();
    }

    flush(): void {
        this.keeper.flush();
    }

    /** Has this text again, below what was written since. */
    bringBack(text: string): void {
        this.field.value = [this.field.value, text].filter((each) => each !== "").join("\n\n");
        this.keeper.changed();
        this.field.focus();
    }

    /** Two tabs wrote: nothing of either is lost. */
    private join(theirs: string, revision: number): void {
        if (theirs !== "" && !this.field.value.includes(theirs)) {
            this.field.value += `\n\n${theirs}`;
        }
        this.keeper.storedAs(theirs, revision);
        this.keeper.changed();
    }

    private leave(): void {
        if (this.field.value.trim() === "" && !this.element.contains(document.activeElement)) {
            this.remove();
        }
    }

    private remove(): void {
        if (!this.element.isConnected) {
            return;
        }
        const text = this.field.value;
        const hadFocus = this.element.contains(document.activeElement);
        this.field.value = "";
        this.keeper.changed();
        this.keeper.flush();
        this.element.remove();
        this.removed(text, hadFocus);
    }
}
