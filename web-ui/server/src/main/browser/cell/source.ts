// The code of a cell: the author's plain text at first, an editor as soon as it is there.

import type { Editor, EditorHost } from "../editor/editor";
import type { Diagnostic } from "../messages";
import type { KeptHistory } from "./undo-memory";

export class Source {
    private readonly pre: HTMLElement;
    private readonly code: HTMLElement;
    private editor: Editor | null = null;
    private problems: Diagnostic[] = [];
    readonly original: string;

    constructor(figure: HTMLElement) {
        this.pre = figure.querySelector<HTMLElement>("pre.source")!;
        this.code = this.pre.querySelector("code")!;
        this.original = (this.code.textContent ?? "").replace(/\n$/, "");
    }

    get text(): string {
        return this.editor?.text ?? this.plain;
    }

    /** Puts another text there, as a change that can be undone. */
    set text(text: string) {
        if (text === this.text) {
            return;
        }
        if (this.editor !== null) {
            this.editor.replace(text);
        } else {
            this.code.textContent = text;
        }
    }

    get element(): HTMLElement {
        return this.editor?.element ?? this.pre;
    }

    /** Puts the editor in the place of the plain text. */
    edit(create: (text: string, host: EditorHost) => Editor, host: EditorHost): void {
        if (this.editor !== null) {
            return;
        }
        this.editor = create(this.plain, host);
        this.pre.replaceWith(this.editor.element);
        this.editor.showProblems(this.problems);
    }

    get isEditor(): boolean {
        return this.editor !== null;
    }

    /** Where the cursor is, from the beginning of the text; its end where there is no editor. */
    get cursor(): number {
        return this.editor?.cursor ?? this.text.length;
    }

    /** What can be undone, to be kept; null where there is nothing. */
    get history(): KeptHistory | null {
        return this.editor?.history ?? null;
    }

    focus(line?: number, column?: number): void {
        this.editor?.focus(line, column);
    }

    showProblems(problems: Diagnostic[]): void {
        this.problems = problems;
        this.editor?.showProblems(problems);
    }

    private get plain(): string {
        return (this.code.textContent ?? "").replace(/\n$/, "");
    }
}
