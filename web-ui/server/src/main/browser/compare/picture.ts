// A pair of versions as pictures, one at a time: the ratio with every point, bars, and latencies where
// single calls were timed. The table beside them has the same in numbers.

import type { ComparisonVerdict } from "../messages";
import { safe } from "../output/problems";
import { button, element } from "../page/dom";
import { t } from "../page/texts";
import { bars, barsTitle, barsWords } from "./bars";
import type { Duel } from "./duel";
import { savePng, saveSvg } from "./export";
import { hasLatency, latency, latencyWords } from "./latency";
import { ratioPicture, ratioTitle, words } from "./ratio-picture";
import { Reading } from "./reading";
import { strips } from "./strips";
import { svg, type Drawing } from "./svg";

type Kind = "ratio" | "bars" | "latency";

const KINDS: [Kind, string][] = [
    ["ratio", t("Ratio and points")],
    ["bars", t("Bars")],
    ["latency", t("Latency")],
];

export class Picture {
    readonly element = element("div", { class: "compare-pictures" });
    private readonly picture = element("div", { class: "compare-picture", role: "group" });
    private readonly title = element("p", { class: "compare-axis" });
    private readonly choices = element("div", { class: "compare-kinds", role: "group", "aria-label": t("Picture of the measurement") });
    private readonly buttons: HTMLButtonElement[];
    private readonly reading = new Reading(this.picture);
    private readonly exports: HTMLElement;
    private duel: Duel | null = null;
    private verdict: ComparisonVerdict | null = null;
    private kind: Kind = "ratio";
    private width = 0;

    constructor(name: string) {
        this.buttons = KINDS.map(([kind, label]) => button("quiet", () => this.choose(kind), label));
        this.exports = element(
            "span",
            { class: "compare-exports" },
            button("quiet", () => this.drawn((drawing, said) => saveSvg(drawing, said, name)), "SVG"),
            button("quiet", () => this.drawn((drawing, said) => void savePng(drawing, said, name)), "PNG"),
        );
        this.choices.append(...this.buttons, this.exports);
        this.element.append(this.choices, this.title, this.picture, this.reading.words);
        new ResizeObserver(([entry]) => {
            this.width = Math.floor(entry!.contentRect.width);
            this.draw();
        }).observe(this.picture);
    }

    show(duel: Duel, verdict: ComparisonVerdict | null): void {
        this.duel = duel;
        this.verdict = verdict;
        this.draw();
    }

    private choose(kind: Kind): void {
        this.kind = kind;
        this.draw();
    }

    private drawn(use: (drawing: SVGSVGElement, said: string) => void): void {
        const drawing = this.picture.querySelector("svg");
        if (drawing !== null) {
            use(drawing, drawing.getAttribute("aria-label")!);
        }
    }

    private draw(): void {
        if (this.duel === null || this.width < 100) {
            return;
        }
        const timed = this.verdict !== null && hasLatency(this.verdict);
        const kind = this.kind === "latency" && !timed ? "ratio" : this.kind;
        this.buttons.forEach((each, index) => {
            each.hidden = KINDS[index]![0] === "latency" && !timed;
            each.setAttribute("aria-pressed", String(KINDS[index]![0] === kind));
        });
        this.exports.hidden = this.verdict === null;
        const { title, said, drawing } = this.drawing(this.duel, kind);
        const height = String(drawing.height);
        const drawn = svg("svg", {
            viewBox: `0 0 ${this.width} ${height}`,
            width: String(this.width),
            height,
            role: "img",
            "aria-label": safe(said),
        });
        drawn.append(...drawing.parts);
        this.title.textContent = title;
        this.picture.setAttribute("aria-label", t("{0}. The arrow keys read every point.", title));
        this.picture.replaceChildren(drawn);
        this.reading.use(drawing.points);
    }

    private drawing(duel: Duel, kind: Kind): { title: string; said: string; drawing: Drawing } {
        switch (kind) {
            case "bars":
                return { title: barsTitle(duel), said: barsWords(duel), drawing: bars(duel, this.width) };
            case "latency":
                return {
                    title: t("How many of the calls are over within which time"),
                    said: latencyWords(this.verdict!),
                    drawing: latency(this.verdict!, this.width),
                };
            case "ratio":
                return { title: ratioTitle(duel), said: words(duel), drawing: below(ratioPicture(duel, this.width), strips(duel, this.width)) };
        }
    }
}

/** Two drawings in one. */
function below(upper: Drawing, lower: Drawing): Drawing {
    const group = svg("g", { transform: `translate(0 ${upper.height})` });
    group.append(...lower.parts);
    const points = lower.points.map((point) => ({ ...point, y: point.y + upper.height }));
    return { parts: [...upper.parts, group], height: upper.height + lower.height, points: [...upper.points, ...points] };
}
