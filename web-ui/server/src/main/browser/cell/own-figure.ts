// The frame of a cell that the learner added, as the author's cells have it from the server.

import { element } from "../page/dom";
import { t } from "../page/texts";

/** No author's cell has such an id. */
export function isOwn(id: string): boolean {
    return id.startsWith("own_");
}

export function ownFigure(id: string): HTMLElement {
    return element(
        "figure",
        { class: "cell own", id, "data-cell": id, "data-label": t("added by you") },
        element("figcaption", {}, t("Added by you")),
        element("pre", { class: "source" }, element("code", { class: "language-java" })),
    );
}
