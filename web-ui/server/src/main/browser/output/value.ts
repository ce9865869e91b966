// What an expression gave, or a variable holds: name ⇒ text : type.

import { element } from "../page/dom";
import { safe } from "./problems";

const TEMPORARY = /^\$\d+$/;

export function value(name: string, javaType: string, text: string): HTMLElement {
    const shown = TEMPORARY.test(name) ? null : element("span", { class: "value-name" }, safe(name));
    return element(
        "div",
        { class: "value" },
        shown,
        element("span", { class: "value-arrow" }, " ⇒ "),
        element("span", { class: "value-text" }, safe(text)),
        element("span", { class: "value-type" }, ` : ${safe(javaType)}`),
    );
}
