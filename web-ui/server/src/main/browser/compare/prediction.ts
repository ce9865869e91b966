// What the learner expects, to be chosen before the first measurement.

import { element } from "../page/dom";
import { t } from "../page/texts";

export class Prediction {
    readonly element: HTMLElement;
    private readonly inputs: HTMLInputElement[];
    private readonly items: HTMLElement[];

    constructor(list: HTMLElement, group: string, changed: () => void) {
        this.items = [...list.querySelectorAll<HTMLElement>("li")];
        this.inputs = this.items.map((item) => {
            const input = element("input", { type: "radio", name: group, value: item.dataset.choice! });
            input.addEventListener("change", changed);
            const label = element("label", {}, input, element("span"));
            label.lastElementChild!.append(...item.childNodes);
            item.replaceChildren(label);
            return input;
        });
        this.element = element("fieldset", { class: "compare-prediction" }, element("legend", {}, t("What do you expect? Choose before the first measurement.")));
        list.replaceWith(this.element);
        this.element.append(list);
    }

    /** From 1; 0 as long as none is chosen. */
    get choice(): number {
        return Number(this.inputs.find((input) => input.checked)?.value ?? 0);
    }

    /** Once something was measured it stands. */
    show(chosen: number, over: boolean): void {
        for (const [index, input] of this.inputs.entries()) {
            if (chosen > 0) {
                input.checked = index + 1 === chosen;
                input.disabled = true;
            }
            const item = this.items[index]!;
            item.classList.toggle("right", over && item.dataset.correct === "true");
            item.classList.toggle("wrong", over && input.checked && item.dataset.correct !== "true");
        }
    }

    get isRight(): boolean {
        return this.items[this.choice - 1]?.dataset.correct === "true";
    }
}
