// Two tabs changed the same cell: both versions side by side, and the learner chooses.

import { button, element } from "../page/dom";
import { safe } from "../output/problems";
import { t } from "../page/texts";

export interface Choice {
    keepMine(): void;
    takeOther(): void;
}

export function conflict(mine: string, other: string, choice: Choice): HTMLElement {
    const [mineLines, otherLines] = [mine.split("\n"), other.split("\n")];
    return element(
        "section",
        { class: "conflict", role: "alert" },
        element("p", {}, t("This was changed in another tab as well. Nothing is lost; choose the text to go on with.")),
        element(
            "div",
            { class: "conflict-versions" },
            version(t("In this tab"), mineLines, otherLines, button("primary", choice.keepMine, t("Keep this tab’s"))),
            version(t("In the other tab"), otherLines, mineLines, button("primary", choice.takeOther, t("Take the other tab’s"))),
        ),
    );
}

function version(title: string, lines: string[], others: string[], choose: HTMLElement): HTMLElement {
    const known = new Set(others);
    const shown = lines.map((line) =>
        element("span", { class: known.has(line) ? "" : "differs" }, `${safe(line)}\n`),
    );
    const text = element("pre", { tabindex: "0", "aria-label": title }, ...shown);
    return element("div", { class: "conflict-version" }, element("h4", {}, title), text, choose);
}
