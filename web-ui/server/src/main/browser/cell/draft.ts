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
    save(text: string, base: number, last: boolean): Promise<Saved>;
    /** Another text is stored, that this one was not made from. */
    conflict(other: Draft): void;
    shown(state: "saved" | "unsaved"): void;
}

export class DraftKeeper {
    private base = 0;
    private stored = "";
    private timer = 0;
    private waitingSince = 0;
    private sending: Promise<void> | null = null;
    private conflicting = false;

    constructor(
        private readonly key: string,
        private readonly host: DraftHost,
    ) {}

    get revision(): number {
        return this.base;
    }

    /** Whether everything that was typed is on the server. */
    get clean(): boolean {
        return this.host.text() === this.stored;
    }

    get inConflict(): boolean {
        return this.conflicting;
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

    /** What this browser kept and the server may not have: its text and what it was made from. */
    kept(): { text: string; base: number } | null {
        try {
            return JSON.parse(remembered(this.key) ?? "null") as { text: string; base: number } | null;
        } catch {
            return null;
        }
    }

    changed(): void {
        if (this.clean) {
            this.settle();
            return;
        }
        remember(this.key, JSON.stringify({ text: this.host.text(), base: this.base }));
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

    /** Saves now, although the page may be going away. */
    flush(): void {
        if (!this.clean && !this.conflicting) {
            clearTimeout(this.timer);
            void this.save(true);
        }
    }

    showConflict(other: Draft): void {
        this.conflicting = true;
        this.host.conflict(other);
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
            const saved = await this.host.save(text, this.base, last);
            if (saved.kind === "conflict") {
                this.showConflict(saved.current);
                return;
            }
            this.storedAs(text, saved.revision);
            if (!this.clean) {
                this.later(0);
            }
        } catch {
            // It stays in this browser, and is tried again.
            this.host.shown("unsaved");
            this.later(RETRY);
        }
    }

    private settle(): void {
        clearTimeout(this.timer);
        this.waitingSince = 0;
        forget(this.key);
        this.host.shown("saved");
    }
}
