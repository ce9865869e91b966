// The row below a cell's code: Run or Stop, the state, Reset.

import { button, element } from "../page/dom";
import { icon } from "../page/icons";
import { busy, shown, staleBecause, type Phase, type Shown } from "./state";
import type { Staleness } from "./staleness";
import { SPOKEN, t } from "../page/texts";

export interface OwnActions {
    up(): void;
    down(): void;
    split(): void;
    remove(): void;
}

export interface BarActions {
    run(): void;
    runTraced(): void;
    runManyTimes(): void;
    stop(): void;
    runAbove(): void;
    reset(): void;
    undoReset(): void;
    history(): void;
    add(): void;
    /** Only for a cell of the learner. */
    own: OwnActions | null;
}

export class Bar {
    readonly element: HTMLElement;
    private readonly run: HTMLButtonElement;
    private readonly traced: HTMLButtonElement;
    private readonly many: HTMLButtonElement;
    private readonly stop: HTMLButtonElement;
    private readonly above: HTMLButtonElement;
    private readonly reset: HTMLButtonElement;
    private readonly undo: HTMLButtonElement;
    private readonly history: HTMLButtonElement;
    private readonly key = element("span", { class: "run-key" }, element("kbd", {}, "Shift Enter"));
    private readonly state = element("span", { class: "cell-state" });
    private readonly stale = element("span", { class: "cell-stale" });
    private readonly saving = element("span", { class: "save-state" });
    private last: Shown | null = null;

    /** What the author recommends: "timeline" or "schedules"; its button is said in full and stands out. */
    constructor(label: string, actions: BarActions, look?: string) {
        this.run = button("primary run", actions.run, icon("run"), t("Run"));
        this.run.setAttribute("aria-keyshortcuts", "Shift+Enter Control+Enter");
        this.traced = button(
            look === "timeline" ? "quiet recommended" : "quiet",
            actions.runTraced,
            look === "timeline" ? t("Look at it as a timeline") : t("Timeline"),
        );
        this.traced.title = t("Run, and show what each thread does");
        this.many = button(
            look === "schedules" ? "quiet recommended" : "quiet",
            actions.runManyTimes,
            look === "schedules" ? t("Run it many times") : t("Run many times"),
        );
        this.many.title = t("Try many schedules, and show what can come of it");
        this.stop = button("primary stop", actions.stop, icon("stop"), t("Stop"));
        this.above = button("quiet", actions.runAbove, t("Run all above"));
        this.reset = button("quiet", actions.reset, icon("reset"), t("Reset"));
        this.reset.title = t("Back to the author’s code");
        this.undo = button("quiet", actions.undoReset, t("Undo reset"));
        this.history = button("quiet", actions.history, t("Versions"));
        this.history.title = t("What was run before, and what it printed");
        this.history.hidden = true;
        for (const each of [this.run, this.traced, this.many, this.stop, this.above, this.reset, this.undo, this.history]) {
            each.setAttribute("aria-label", `${each.textContent}, ${label}`);
        }
        const own = ownButtons(label, actions);
        this.undo.hidden = true;
        this.element = element(
            "div",
            { ...SPOKEN, class: "cell-bar" },
            this.run,
            this.traced,
            this.many,
            this.stop,
            this.key,
            this.state,
            this.stale,
            this.above,
            element("span", { class: "spacer" }),
            this.saving,
            this.history,
            this.reset,
            this.undo,
            ...own,
        );
    }

    show(phase: Phase, stale: Staleness, edited: boolean): void {
        const isBusy = busy(phase);
        const focused = this.element.contains(document.activeElement)
            ? (document.activeElement as HTMLElement)
            : null;
        this.run.hidden = isBusy;
        this.traced.hidden = isBusy;
        this.many.hidden = isBusy;
        this.stop.hidden = !isBusy;
        this.key.hidden = isBusy;
        this.reset.hidden = !edited;
        this.history.hidden = phase.kind === "never";
        this.showState(shown(phase));
        this.showStale(staleBecause(phase, stale), stale.kind !== "edited");
        if (focused?.hidden) {
            this.focus();
        }
    }

    showSaving(text: string): void {
        this.saving.textContent = text;
    }

    offerUndo(offered: boolean): void {
        const hadFocus = document.activeElement === this.reset || document.activeElement === this.undo;
        this.undo.hidden = !offered;
        if (hadFocus) {
            (offered ? this.undo : this.run).focus();
        }
    }

    focus(): void {
        (this.run.hidden ? this.stop : this.run).focus();
    }

    private showState(next: Shown): void {
        if (next.icon !== this.last?.icon || next.kind !== this.last.kind) {
            this.state.className = `cell-state ${next.kind}`;
            this.state.replaceChildren(icon(next.icon), document.createTextNode(next.text));
        } else if (next.text !== this.last.text) {
            this.state.lastChild!.textContent = next.text;
        }
        this.last = next;
    }

    private showStale(because: string, dueToAbove: boolean): void {
        this.above.hidden = because === "" || !dueToAbove;
        if (because === "") {
            this.stale.replaceChildren();
        } else if (because !== this.stale.textContent) {
            this.stale.replaceChildren(icon("stale"), document.createTextNode(because));
        }
    }
}

/** Adding below is for every cell, the rest for those of the learner. */
function ownButtons(label: string, { add, own }: BarActions): HTMLElement[] {
    const one = (text: string, title: string, action: () => void) => {
        const made = button("quiet", action, text);
        made.title = title;
        made.setAttribute("aria-label", `${/\p{L}/u.test(text) ? text : title}, ${label}`);
        return made;
    };
    const added = one(t("Add cell"), t("A cell of your own, below this one"), add);
    if (own === null) {
        return [added];
    }
    return [
        one("↑", t("Move up"), own.up),
        one("↓", t("Move down"), own.down),
        one(t("Split"), t("Split at the cursor"), own.split),
        one(t("Remove"), t("Remove"), own.remove),
        added,
    ];
}
