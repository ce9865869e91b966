// One choice of a quiz: a button to mark it, and its explanation, hidden until it is answered.

import { element } from "../page/dom";

export class Choice {
    readonly number: number;
    readonly correct: boolean;
    private readonly input: HTMLInputElement;
    private readonly explanation: HTMLElement;

    constructor(
        private readonly item: HTMLElement,
        name: string,
        kind: "radio" | "checkbox",
    ) {
        this.number = Number(item.dataset.choice);
        this.correct = item.dataset.correct === "true";
        this.explanation = item.querySelector<HTMLElement>(".explanation")!;
        this.explanation.id = `${name}-${this.number}-why`;
        this.input = element("input", { type: kind, name, value: `${this.number}` });
        const words = item.querySelector("summary > span")!;
        item.replaceChildren(element("label", {}, this.input, words), this.explanation);
        this.explain(false);
    }

    get chosen(): boolean {
        return this.input.checked;
    }

    set chosen(chosen: boolean) {
        this.input.checked = chosen;
    }

    explain(shown: boolean): void {
        this.explanation.hidden = !shown;
        this.item.classList.toggle("explained", shown);
        if (shown) {
            this.input.setAttribute("aria-describedby", this.explanation.id);
        } else {
            this.input.removeAttribute("aria-describedby");
        }
    }
}
