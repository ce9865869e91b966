// Measurements that are kept: when, what came out, and a name where their learner gave one. What was
// measured on this machine stands below each other as a picture; what was measured on another one is
// never compared with it.

import type { ComparisonRun } from "../messages";
import { safe } from "../output/problems";
import { button, element } from "../page/dom";
import { t, told } from "../page/texts";

const MOST_CHARS = "80";

export class Earlier {
    readonly element = element("details", { class: "compare-earlier" });
    private readonly picture = element("div");
    private shown = "";

    constructor(
        private readonly name: (run: number, name: string) => void,
        private readonly nameOf: (version: number) => string,
    ) {
        this.element.hidden = true;
        this.element.addEventListener("toggle", () => this.element.open && void this.draw());
    }

    private runs: ComparisonRun[] = [];

    show(runs: ComparisonRun[]): void {
        const key = runs.map((run) => `${run.number}${run.state}${run.name}`).join();
        if (key === this.shown) {
            return;
        }
        this.shown = key;
        this.runs = runs;
        this.element.hidden = runs.length === 0;
        this.element.replaceChildren(
            element("summary", {}, t("Kept measurements ({0})", runs.length)),
            this.picture,
            element("ul", {}, ...runs.toReversed().map((run) => this.item(run))),
        );
        if (this.element.open) {
            void this.draw();
        }
    }

    /** What draws is fetched when somebody looks. */
    private async draw(): Promise<void> {
        const { history } = await import("./history");
        this.picture.replaceChildren(...history(this.runs, this.nameOf));
    }

    private item(run: ComparisonRun): HTMLElement {
        const when = new Date(run.startedAt).toLocaleString(document.documentElement.lang);
        const what = run.same ? t("A with A, n = {0}", run.n) : `n = ${run.n}`;
        const where = run.here || run.brief.length === 0 ? "" : t(" On another machine, so not compared with those of this one.");
        return element(
            "li",
            {},
            run.name === null ? "" : element("strong", {}, t("{0}: ", safe(run.name))),
            element("span", { class: "compare-when" }, t("{0}, {1}: ", when, what)),
            `${safe(told(run.message ?? ""))}${where} `,
            this.naming(run),
        );
    }

    private naming(run: ComparisonRun): HTMLElement {
        const start = button("quiet compare-rename", () => {
            const input = element("input", { type: "text", maxlength: MOST_CHARS, value: run.name ?? "", "aria-label": t("Name of measurement {0}", run.number) });
            const form = element("form", { class: "compare-naming" }, input, element("button", { type: "submit", class: "quiet" }, t("Keep")));
            form.addEventListener("submit", (event) => {
                event.preventDefault();
                this.name(run.number, input.value);
                form.replaceWith(start);
            });
            start.replaceWith(form);
            input.focus();
        }, t(run.name === null ? "Name it" : "Rename"));
        return start;
    }
}
