// Notes on the paragraphs of a lesson. With the pointer there is a pencil beside the paragraph; by
// keyboard, n goes to the paragraph that is read, arrows to others, Enter into its note.

import { notice } from "../lesson/notices";
import { announce } from "../page/announce";
import { button, element, isTyping } from "../page/dom";
import { remembered } from "../page/memory";
import { Note } from "./note";
import { NoteApi, type NoteState } from "./note-api";
import { paragraphsOf, type Paragraph } from "./paragraphs";
import { t } from "../page/texts";

export async function takeNotes(lesson: string): Promise<void> {
    const notes = new Notes(lesson, paragraphsOf(document));
    await notes.restore();
}

class Notes {
    private readonly api: NoteApi;
    private readonly notes = new Map<string, Note>();
    private readonly pencil = button("note-pencil", () => this.write(this.pointedAt), "✎");
    private pointedAt: Paragraph | null = null;

    constructor(
        private readonly lesson: string,
        private readonly paragraphs: readonly Paragraph[],
    ) {
        this.api = new NoteApi(lesson);
        this.pencil.setAttribute("aria-label", t("Note on this paragraph"));
        this.pencil.title = t("Note on this paragraph (n, then Enter)");
        this.pencil.tabIndex = -1;
        for (const paragraph of paragraphs) {
            paragraph.element.tabIndex = -1;
            paragraph.element.classList.add("notable");
            paragraph.element.addEventListener("pointerenter", () => this.point(paragraph));
            paragraph.element.addEventListener("keydown", (event) => this.onParagraph(event, paragraph));
        }
        document.addEventListener("keydown", (event) => this.anywhere(event));
        const flush = () => this.notes.forEach((note) => note.flush());
        document.addEventListener("visibilitychange", () => document.hidden && flush());
        window.addEventListener("pagehide", flush);
    }

    async restore(): Promise<void> {
        let stored: NoteState[] = [];
        try {
            stored = await this.api.notes();
        } catch {
            // The lesson says that there is no connection; what this browser kept is shown.
        }
        const left = new Map(stored.map((state) => [state.paragraph, state]));
        for (const paragraph of this.paragraphs) {
            const state = left.get(paragraph.id) ?? null;
            left.delete(paragraph.id);
            if (state !== null || remembered(`interleave.note.${this.lesson}.${paragraph.id}`) !== null) {
                this.place(paragraph, state);
            }
        }
        this.showOrphans([...left.values()]);
        if (location.hash.startsWith("#note-")) {
            document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "center" });
        }
    }

    /** What was noted on text that the lesson no longer has is not lost with it. */
    private showOrphans(states: readonly NoteState[]): void {
        if (states.length === 0) {
            return;
        }
        const section = element(
            "section",
            { class: "orphan-notes", "aria-labelledby": "orphan-notes" },
            element("h2", { id: "orphan-notes" }, t("Notes on text that has changed")),
            element("p", {}, t("The lesson was changed since. The paragraphs began like this:")),
        );
        for (const state of states) {
            const quote = element("blockquote", {}, `${state.beginning} …`);
            const attach = () => section.append(quote, note.element);
            const note: Note = new Note(this.lesson, state.paragraph, state.beginning, this.api, (text) => {
                quote.remove();
                this.removed(state.paragraph, note, text, attach);
            });
            this.notes.set(state.paragraph, note);
            note.restore(state);
            attach();
        }
        document.querySelector("article.prose")?.append(section);
    }

    private place(paragraph: Paragraph, state: NoteState | null = null): Note {
        const { id, beginning, element: block } = paragraph;
        const there = this.notes.get(id);
        if (there !== undefined) {
            return there;
        }
        const attach = () => (block.matches("li, dd") ? block.append(note.element) : block.after(note.element));
        const note: Note = new Note(this.lesson, id, beginning, this.api, (text, hadFocus) => {
            if (hadFocus) {
                block.focus();
            }
            this.removed(id, note, text, attach);
        });
        note.restore(state);
        this.notes.set(id, note);
        attach();
        return note;
    }

    /** What is removed can be brought back as long as the words about it stand there. */
    private removed(id: string, note: Note, text: string, attach: () => void): void {
        this.notes.delete(id);
        const words = t("The note is removed.");
        if (text.trim() === "") {
            announce(words);
            return;
        }
        const undo = () => {
            close();
            if (!this.notes.has(id)) {
                this.notes.set(id, note);
                attach();
            }
            this.notes.get(id)!.bringBack(text);
        };
        const close = notice("removed", words, button("quiet", undo, t("Undo")), button("quiet", () => close(), t("Close")));
    }

    private write(paragraph: Paragraph | null): void {
        if (paragraph !== null) {
            this.place(paragraph).focus();
        }
    }

    private point(paragraph: Paragraph): void {
        this.pointedAt = paragraph;
        paragraph.element.append(this.pencil);
    }

    private anywhere(event: KeyboardEvent): void {
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
        if (event.key === "n" && plain && !isTyping(event) && document.querySelector("dialog[open]") === null) {
            event.preventDefault();
            const top = this.paragraphs.find(({ element: block }) => block.getBoundingClientRect().top > HEADER);
            this.goTo(top ?? this.paragraphs.at(-1));
        }
    }

    private onParagraph(event: KeyboardEvent, paragraph: Paragraph): void {
        if (event.target !== paragraph.element || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
        if (step !== undefined) {
            event.preventDefault();
            this.goTo(this.paragraphs[this.paragraphs.indexOf(paragraph) + step]);
        } else if (event.key === "Enter") {
            event.preventDefault();
            this.write(paragraph);
        } else if (event.key === "Escape") {
            paragraph.element.blur();
        }
    }

    private goTo(paragraph: Paragraph | undefined): void {
        if (paragraph !== undefined) {
            paragraph.element.focus();
            announce(t("{0}. Enter writes a note, arrows go on.", paragraph.beginning));
        }
    }
}

/** What lies under the page's header is not read. */
const HEADER = 52;
