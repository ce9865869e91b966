// What can be undone in a cell or a file of an exercise, kept in this tab until the page is there again.

const LONGEST = 200_000;

/** A text with what can be undone in it, as the editor wrote it. */
export interface KeptHistory {
    readonly doc: string;
    readonly [part: string]: unknown;
}

export class UndoMemory {
    constructor(private readonly key: string) {}

    keep(history: KeptHistory): void {
        const json = JSON.stringify(history);
        try {
            if (json.length <= LONGEST) {
                sessionStorage.setItem(this.key, json);
            } else {
                sessionStorage.removeItem(this.key);
            }
        } catch {
            // Full or forbidden: then undo begins anew.
        }
    }

    /** What was kept, if it belongs to this text. */
    of(text: string): KeptHistory | null {
        try {
            const kept = JSON.parse(sessionStorage.getItem(this.key) ?? "null") as KeptHistory | null;
            return kept?.doc === text ? kept : null;
        } catch {
            return null;
        }
    }
}
