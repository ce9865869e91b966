// What the page has to say that stays until it is over: no connection, a new version of the lesson.

import { element } from "../page/dom";

let place: HTMLElement | null = null;

/** Shows a notice; the function that comes back takes it away. */
export function notice(kind: string, ...content: (Node | string)[]): () => void {
    if (place === null) {
        place = element("div", { class: "notices", role: "status" });
        document.body.append(place);
    }
    const shown = element("div", { class: `notice ${kind}` }, ...content);
    place.append(shown);
    return () => shown.remove();
}
