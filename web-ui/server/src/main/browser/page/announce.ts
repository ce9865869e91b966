// Says something to a screen reader without moving the focus. Words that come one right after the
// other are added one by one: a reader speaks each addition, where it would miss what is replaced.

import { element } from "./dom";

const GAP = 200;
const KEPT = 8;

// There from the beginning: what comes together with its region is not spoken.
const region = element("div", { class: "visually-hidden", role: "status", "aria-atomic": "false" });
document.body.append(region);

const waiting: string[] = [];
let timer = 0;

export function announce(text: string): void {
    if (text === "") {
        return;
    }
    waiting.push(text);
    if (timer === 0) {
        sayNext();
    }
}

function sayNext(): void {
    const text = waiting.shift();
    timer = text === undefined ? 0 : setTimeout(sayNext, GAP);
    if (text !== undefined) {
        region.append(element("p", {}, text));
    }
    while (region.childElementCount > KEPT) {
        region.firstElementChild!.remove();
    }
}
