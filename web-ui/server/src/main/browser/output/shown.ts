// What a cell shows besides text: in a box of its own that nothing leaves, and in words.

import type { Shown } from "../messages";
import { element } from "../page/dom";
import { safe } from "./problems";
import { t } from "../page/texts";

export function shown(event: Shown): HTMLElement {
    const words = element("pre", { tabindex: "0" }, safe(event.text));
    words.setAttribute("aria-label", t("The same in words"));
    return element(
        "figure",
        { class: "shown", "aria-label": t("Shown by the cell") },
        event.form === "image" ? picture(event) : markup(event),
        element("details", {}, element("summary", {}, t("In words")), words),
    );
}

function picture(event: Shown): HTMLElement {
    const image = element("img", { alt: event.text });
    image.src = event.content.startsWith("data:image/") ? event.content : "";
    return element("div", { class: "shown-box", tabindex: "0", role: "group", "aria-label": t("Picture") }, image);
}

/** The server cleaned it; a document that is not shown parses it, so that nothing could run. */
function markup(event: Shown): HTMLElement {
    const parsed = new DOMParser().parseFromString(event.content, "text/html").body;
    for (const drawing of parsed.querySelectorAll("svg")) {
        drawing.setAttribute("role", "img");
        drawing.setAttribute("aria-label", event.text);
    }
    const box = element("div", { class: "shown-box", tabindex: "0", role: "group", "aria-label": t("Markup") });
    box.append(...parsed.childNodes);
    return box;
}
