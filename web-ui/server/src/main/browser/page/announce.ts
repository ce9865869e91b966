// Says something to a screen reader without moving the focus.

import { element } from "./dom";

let region: HTMLElement | null = null;

export function announce(text: string): void {
    if (region === null) {
        region = element("div", { class: "visually-hidden", role: "status" });
        document.body.append(region);
    }
    // A new element each time, so that the same words twice are said twice.
    region.replaceChildren(element("p", {}, text));
}
