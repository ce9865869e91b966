// Keeps what is typed into one cell: in this browser at once, on the server within a second. Two
// tabs never overwrite each other: each change names the revision that it was made from.

import type { Draft } from "../messages";
import { forget, remember, remembered } from "../page/memory";
import type { Saved } from "../lesson/http";

const REST = 500;
const LONGEST_WAIT = 1000;
const RETRY = 3000;

export interface DraftHost {
    /** The text as it is now. */
    text(): string;
    /** Puts another text there. */
    show(text: string): void;
    save(text: string, base: number, last: boolean): Promise<Saved>;
    /** Another text is stored, that this one was not made from. */
    conflict(other: Draft): void;
    shown(state: "saved" | "unsaved"): void;
}

/** What is typed and not on the server, and the revision that it was made from. */
interface Kept {
    readonly text: string;
    readonly base: number;
}

export class DraftKeeper {
    private base = 0;
    private stored = "";
    private unsaved: Kept | null = null;
    private looked = false;
    /** What was sent and may be stored: only the answer may be lost. */
    private readonly unanswered = new Set<string>();
    private timer = 0;
    private waitingSince = 0;
    private sending: Promise<void> | null = null;
    private conflicting = false;

    constructor(
        private readonly key: string,
        private readonly host: DraftHost,
    ) {}

    /** Whether everything that was typed is on the server. */
    get clean(): boolean {
        return this.host.text() === this.stored;
    }

    /** The server has this text now, as this revision. */
    storedAs(text: string, revision: number): void {
        this.stored = text;
        this.base = revision;
        this.conflicting = false;
        if (this.clean) {
            this.settle();
        }
    }

    /** Shows what the server has, or what only this browser has. */
    restore(stored: string, revision: number): void {
        if (revision < this.base) {
            // It was made before what is known here was stored.
            return;
        }
        const kept = this.kept();
        if (kept === null || kept.text === stored) {
            this.host.show(stored);
            this.storedAs(stored, revision);
            return;
        }
        this.host.show(kept.text);
        if (kept.base === revision || this.unanswered.has(stored)) {
            this.storedAs(stored, revision);
            this.changed();
        } else {
            this.storedAs(stored, kept.base);
            // Not what was told by showing it: it was made from an earlier text.
            this.unsaved = kept;
            this.showConflict({ text: stored, revision });
        }
    }

    /** Another tab, or this one, stored a text. */
    arrived(text: string, revision: number): void {
        if (revision <= this.base || this.conflicting) {
            return;
        }
        if (this.clean) {
            this.host.show(text);
        }
        if (this.host.text() === text) {
            this.storedAs(text, revision);
        } else if (this.unanswered.has(text)) {
            this.storedAs(text, revision);
            this.changed();
        }
    }

    changed(): void {
        if (this.clean) {
            this.settle();
            return;
        }
        this.unsaved = { text: this.host.text(), base: this.base };
        this.keep();
        const now = performance.now();
        this.waitingSince ||= now;
        this.later(Math.max(0, Math.min(REST, LONGEST_WAIT - (now - this.waitingSince))));
    }

    /** Waits until no save is under way and keeps new ones from starting before `action` is over. */
    async exclusively<T>(action: () => Promise<T>): Promise<T> {
        clearTimeout(this.timer);
        while (this.sending !== null) {
            await this.sending;
        }
        const result = action();
        this.sending = result.then(
            () => undefined,
            () => undefined,
        );
        try {
            return await result;
        } finally {
            this.sending = null;
            if (!this.clean && !this.conflicting) {
                this.changed();
            }
        }
    }

    /** Stores a text by a request that does more; whether it was stored. */
    async storeBy(text: string, request: (base: number) => Promise<Saved>): Promise<boolean> {
        let stored = await this.store(text, request);
        if (stored === "behind") {
            stored = await this.store(text, request);
        }
        return stored === "stored";
    }

    /** Saves now, although the page may be going away. */
    flush(): void {
        if (!this.clean && !this.conflicting) {
            clearTimeout(this.timer);
            void this.save(true);
        }
    }

    private later(millis: number): void {
        clearTimeout(this.timer);
        if (!this.conflicting) {
            this.timer = setTimeout(() => void this.save(false), millis);
        }
    }

    private async save(last: boolean): Promise<void> {
        if (this.sending !== null && !last) {
            return;
        }
        const text = this.host.text();
        this.waitingSince = 0;
        const sending = this.send(text, last);
        this.sending = sending;
        await sending;
        if (this.sending === sending) {
            this.sending = null;
        }
    }

    private async send(text: string, last: boolean): Promise<void> {
        try {
            const stored = await this.store(text, (base) => this.host.save(text, base, last));
            if (stored !== "conflict" && !this.clean) {
                this.later(0);
            }
        } catch {
            // It stays in this browser, and is tried again.
            this.host.shown("unsaved");
            this.later(RETRY);
        }
    }

    /** "behind" where the server has a text of this tab whose answer was lost: it can be tried again. */
    private async store(
        text: string,
        request: (base: number) => Promise<Saved>,
    ): Promise<"stored" | "behind" | "conflict"> {
        this.unanswered.add(text);
        const saved = await request(this.base);
        if (saved.kind === "saved") {
            this.unanswered.clear();
            // An answer may come after that to a later text; 0 is said where nothing is stored any more.
            if (saved.revision >= this.base || saved.revision === 0) {
                this.storedAs(text, saved.revision);
            }
            return "stored";
        }
        const { text: theirs, revision } = saved.current;
        if (theirs !== null && this.unanswered.has(theirs)) {
            this.storedAs(theirs, revision);
            return "behind";
        }
        this.showConflict(saved.current);
        return "conflict";
    }

    private showConflict(other: Draft): void {
        this.conflicting = true;
        clearTimeout(this.timer);
        // The other tab keeps its text under the same key, and has taken it out when it was stored.
        this.keep();
        this.host.conflict(other);
    }

    private keep(): void {
        if (this.unsaved !== null) {
            remember(this.key, JSON.stringify(this.unsaved));
        }
    }

    /** What this tab, or one that is gone, could not save. */
    private kept(): Kept | null {
        if (!this.looked) {
            this.looked = true;
            this.unsaved ??= this.inBrowser();
        }
        return this.unsaved;
    }

    private inBrowser(): Kept | null {
        try {
            return JSON.parse(remembered(this.key) ?? "null") as Kept | null;
        } catch {
            return null;
        }
    }

    private settle(): void {
        clearTimeout(this.timer);
        this.waitingSince = 0;
        const there = this.inBrowser()?.text;
        if (there === this.unsaved?.text || there === this.host.text()) {
            forget(this.key);
        }
        this.unsaved = null;
        this.host.shown("saved");
    }
}
