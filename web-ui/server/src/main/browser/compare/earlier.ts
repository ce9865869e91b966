// Measurements before the newest one, on the same machine.

import type { ComparisonRun } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";

export class Earlier {
    readonly element = element("details", { class: "compare-earlier" });
    private shown = "";

    constructor() {
        this.element.hidden = true;
    }

    show(runs: ComparisonRun[]): void {
        const key = runs.map((run) => `${run.number}${run.state}`).join();
        if (key === this.shown) {
            return;
        }
        this.shown = key;
        this.element.hidden = runs.length === 0;
        this.element.replaceChildren(
            element("summary", {}, `Earlier measurements here (${runs.length})`),
            element("ul", {}, ...runs.toReversed().map(item)),
        );
    }
}

function item(run: ComparisonRun): HTMLElement {
    const when = new Date(run.startedAt).toLocaleString();
    const what = run.same ? `A with A, n = ${run.n}` : `n = ${run.n}`;
    return element("li", {}, element("span", { class: "compare-when" }, `${when}, ${what}: `), safe(run.message ?? ""));
}
