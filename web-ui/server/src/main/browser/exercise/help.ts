// Hints, one at a time, and the explanation, for who has passed or gives up.

import type { ExerciseState } from "../messages";
import { button, element } from "../page/dom";
import { SPOKEN, t } from "../page/texts";

export interface HelpHost {
    showHints(shown: number): void;
    giveUp(): void;
}

export class Help {
    readonly element = element("div", { ...SPOKEN, class: "exercise-help" });
    private readonly hints = element("ol", { class: "hints" });
    private readonly explanation = element("div", { class: "exercise-explanation", tabindex: "-1" });
    private readonly more: HTMLButtonElement;
    private readonly open: HTMLButtonElement;
    private shown = 0;

    constructor(private readonly host: HelpHost) {
        this.more = button("quiet", () => host.showHints(this.shown + 1), t("Show a hint"));
        this.open = button("quiet", () => this.askOnce(), t("Show the explanation"));
        this.element.append(this.hints, element("p", {}, this.more, this.open), this.explanation);
    }

    show(state: ExerciseState): void {
        const focused = document.activeElement;
        if (state.hints.length !== this.hints.childElementCount) {
            this.hints.replaceChildren(
                ...state.hints.map((hint) =>
                    element("li", { tabindex: "-1" }, element("strong", {}, hint.title), authored(hint.html)),
                ),
            );
        }
        this.shown = state.hints.length;
        this.hints.hidden = this.shown === 0;
        this.more.hidden = this.shown >= state.hintCount;
        this.more.textContent = t("Show a hint ({0} of {1})", this.shown + 1, state.hintCount);
        this.open.hidden = !state.hasExplanation || state.explanation !== null;
        if (state.explanation !== null && this.explanation.childElementCount === 0) {
            this.explanation.append(
                element("h4", {}, t("How it works")),
                authored(state.explanation),
            );
            this.colour().catch(() => undefined);
        }
        this.explanation.hidden = state.explanation === null;
        if (focused === this.more && this.more.hidden) {
            (this.hints.lastElementChild as HTMLElement | null)?.focus();
        } else if (focused === this.open && this.open.hidden) {
            this.explanation.focus();
        }
    }

    /** The solutions below the explanation, as the listings of the lesson are. */
    private async colour(): Promise<void> {
        for (const pre of this.explanation.querySelectorAll("pre")) {
            pre.tabIndex = 0;
        }
        const { colourListings } = await import("../editor/listings");
        colourListings(this.explanation);
    }

    private askOnce(): void {
        const dialog = element(
            "dialog",
            { class: "shortcuts", "aria-labelledby": "give-up-title" },
            element("h2", { id: "give-up-title" }, t("See how it works?")),
            element(
                "p",
                {},
                t("The explanation opens by itself when you pass. You can see it now, and go on trying."),
            ),
            element(
                "p",
                { class: "dialog-buttons" },
                button("quiet", () => dialog.close(), t("Go on trying")),
                button(
                    "primary",
                    () => {
                        dialog.close();
                        this.host.giveUp();
                    },
                    t("Show the explanation"),
                ),
            ),
        );
        dialog.addEventListener("close", () => dialog.remove());
        document.body.append(dialog);
        dialog.showModal();
    }
}

/** What the author wrote, as the build of the lessons made and checked it; nothing of a learner's. */
function authored(html: string): HTMLElement {
    const place = element("div");
    place.innerHTML = html;
    return place;
}
