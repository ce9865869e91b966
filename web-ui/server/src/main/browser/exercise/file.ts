// One file of an exercise: its editor, and what is kept of it.

import { conflict } from "../cell/conflict";
import { DraftKeeper } from "../cell/draft";
import { Source } from "../cell/source";
import { UndoMemory } from "../cell/undo-memory";
import type { Editor, EditorHost } from "../editor/editor";
import type { Saved } from "../lesson/http";
import type { Draft } from "../messages";

export interface FileHost {
    save(text: string, base: number, last: boolean): Promise<Saved>;
    changed(): void;
    shownSaving(saved: boolean): void;
}

export class ExerciseFile {
    readonly name: string;
    readonly source: Source;
    readonly undoMemory: UndoMemory;
    private readonly drafts: DraftKeeper;
    private conflictShown: HTMLElement | null = null;

    constructor(
        readonly figure: HTMLElement,
        exercise: string,
        private readonly host: FileHost,
    ) {
        this.name = figure.dataset.file!;
        this.source = new Source(figure);
        this.undoMemory = new UndoMemory(`interleave.undo.exercise.${exercise}.${this.name}`);
        this.drafts = new DraftKeeper(`interleave.exercise.${exercise}.${this.name}`, {
            text: () => this.text,
            show: (text) => (this.source.text = text),
            save: (text, base, last) => host.save(text, base, last),
            conflict: (other) => this.showConflict(other),
            shown: (state) => host.shownSaving(state === "saved"),
        });
    }

    get text(): string {
        return this.source.text;
    }

    get isAuthors(): boolean {
        return this.text === this.source.original;
    }

    /** Shows what the server kept, and what only this browser kept. */
    restore(draft: Draft): void {
        this.drafts.restore(draft.text ?? this.source.original, draft.revision);
    }

    /** Another tab, or this one, stored a text. */
    stored(draft: Draft): void {
        this.drafts.arrived(draft.text ?? this.source.original, draft.revision);
    }

    /** Puts a text there as if it was typed. */
    useText(text: string): void {
        this.source.text = text;
        this.typed();
    }

    typed(): void {
        this.drafts.changed();
        this.host.changed();
    }

    /** Keeps what is typed: the page may be going away. */
    flush(): void {
        this.drafts.flush();
        const history = this.source.history;
        if (history !== null) {
            this.undoMemory.keep(history);
        }
    }

    edit(create: (text: string, host: EditorHost) => Editor, host: EditorHost): void {
        this.source.edit(create, host);
    }

    private showConflict(other: Draft): void {
        const theirs = other.text ?? this.source.original;
        const close = () => {
            this.conflictShown?.remove();
            this.conflictShown = null;
            this.source.focus();
        };
        this.conflictShown?.remove();
        this.conflictShown = conflict(this.text, theirs, {
            keepMine: () => {
                this.drafts.storedAs(theirs, other.revision);
                this.drafts.changed();
                close();
            },
            takeOther: () => {
                this.source.text = theirs;
                this.drafts.storedAs(theirs, other.revision);
                this.host.changed();
                close();
            },
        });
        this.figure.append(this.conflictShown);
    }
}
