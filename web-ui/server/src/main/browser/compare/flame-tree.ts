// The text twin of a flame graph: nested lists, the heaviest first.

import { safe } from "../output/problems";
import { element } from "../page/dom";
import { t } from "../page/texts";
import { boxName, type Box } from "./flame-graph";

/** A path with a smaller share of the time is left out. */
const LEAST = 0.01;

export function flameTree(roots: Box[], samples: number): HTMLElement {
    return element("div", { class: "compare-tree", tabindex: "0", role: "group", "aria-label": t("The heaviest paths as a list") }, list(roots, samples)!);
}

function list(boxes: Box[], samples: number): HTMLElement | null {
    const heavy = boxes.filter((box) => box.frame.total >= LEAST * samples);
    return heavy.length === 0 ? null : element("ol", {}, ...heavy.map((box) => item(box, samples)));
}

/** Methods that only call the next one stand on one line. */
function item(box: Box, samples: number): HTMLElement {
    const line = [box];
    let last = box;
    while (last.children.length === 1 && last.children[0]!.frame.total === last.frame.total) {
        last = last.children[0]!;
        line.push(last);
    }
    const share = ((100 * box.frame.total) / samples).toFixed(1);
    return element(
        "li",
        {},
        `${share} %: `,
        element("code", {}, safe(line.map((each) => boxName(each.frame)).join(" → "))),
        list(last.children, samples),
    );
}
