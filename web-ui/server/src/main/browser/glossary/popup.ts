// A small window with the definition of a term: for the pointer that rests on it, for the focus, for
// a finger. Escape closes it, and the pointer may go into it.

import { element } from "../page/dom";
import type { Term } from "./terms";

const REST = 250;
const GRACE = 250;
const GAP = 6;
const ID = "term-popup";

export class TermPopup {
    private readonly definition = element("p", {});
    private readonly lesson = element("p", { class: "term-lesson" });
    private readonly window = element("div", { id: ID, class: "term-popup", role: "tooltip", hidden: "" }, this.definition, this.lesson);
    private shownAt: HTMLElement | null = null;
    private timer = 0;

    constructor() {
        document.body.append(this.window);
        this.window.addEventListener("pointerenter", () => clearTimeout(this.timer));
        this.window.addEventListener("pointerleave", () => this.later(GRACE, () => this.hide()));
        document.addEventListener("keydown", (event) => {
            if (event.key === "Escape" && this.shownAt !== null) {
                this.hide();
            }
        });
    }

    follow(link: HTMLElement, term: Term): void {
        const show = () => this.show(link, term);
        link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && this.later(REST, show));
        link.addEventListener("pointerleave", () => this.later(GRACE, () => this.hide()));
        link.addEventListener("focus", () => link.matches(":focus-visible") && show());
        link.addEventListener("blur", () => this.hide());
        link.addEventListener("click", (event) => {
            // A finger cannot rest: the first touch shows, the second one goes there.
            if ((event as PointerEvent).pointerType === "touch" && this.shownAt !== link) {
                event.preventDefault();
                show();
            }
        });
    }

    private show(link: HTMLElement, term: Term): void {
        clearTimeout(this.timer);
        this.hide();
        // The author's own words, as they stand in the lesson.
        this.definition.innerHTML = term.definition;
        this.lesson.textContent = term.lessonTitle;
        this.window.hidden = false;
        this.shownAt = link;
        link.setAttribute("aria-describedby", ID);
        this.place(link.getBoundingClientRect());
    }

    private place(at: DOMRect): void {
        const { width, height } = this.window.getBoundingClientRect();
        const left = Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - width - GAP));
        const below = at.bottom + GAP;
        const top = below + height <= innerHeight ? below : Math.max(GAP, at.top - GAP - height);
        this.window.style.left = `${left + scrollX}px`;
        this.window.style.top = `${top + scrollY}px`;
    }

    private hide(): void {
        clearTimeout(this.timer);
        this.shownAt?.removeAttribute("aria-describedby");
        this.shownAt = null;
        this.window.hidden = true;
    }

    private later(millis: number, action: () => void): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(action, millis);
    }
}
