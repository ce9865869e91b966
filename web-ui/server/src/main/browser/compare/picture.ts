// A pair of versions as a picture: how many times as fast, with every pair of JVMs and the interval;
// below it every iteration that counts. The table beside it has the same in numbers.

import type { Side } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";
import type { Duel } from "./duel";
import { LogAxis } from "./log-axis";
import { median, score, times } from "./numbers";

const SPACE = "http://www.w3.org/2000/svg";
const EDGE = 14;
const ROW = 34;
/** How wide a letter of a label is, at most. */
const LETTER = 7;
const RATIO_TOP = 6;
const RATIO_HEIGHT = 52;
const RAW_TOP = 108;
const SIDES: Side[] = ["left", "right"];
/** The smallest difference that is ever claimed. */
const MARGIN = 1.03;

export class Picture {
    readonly element = element("div", { class: "compare-picture" });
    private duel: Duel | null = null;
    private width = 0;

    constructor() {
        new ResizeObserver(([entry]) => {
            this.width = Math.floor(entry!.contentRect.width);
            this.draw();
        }).observe(this.element);
    }

    show(duel: Duel): void {
        this.duel = duel;
        this.draw();
    }

    private draw(): void {
        if (this.duel === null || this.width < 100) {
            return;
        }
        const height = RAW_TOP + 2 * ROW + 34;
        const drawing = svg("svg", {
            viewBox: `0 0 ${this.width} ${height}`,
            width: String(this.width),
            height: String(height),
            role: "img",
            "aria-label": safe(words(this.duel)),
        });
        const { faster, slower, duel } = inFavour(this.duel);
        drawing.append(...ratios(duel, this.width), ...raw(this.duel, this.width));
        const title = `${faster} : ${slower}, how many times as fast`;
        this.element.replaceChildren(element("p", { class: "compare-axis" }, safe(title)), drawing);
    }
}

function ratios(duel: Duel, width: number): SVGElement[] {
    const { interval } = duel;
    const ends = interval === null ? [] : [interval.low, interval.high ?? 0].filter((end) => end > 1e-3 && end < 1e3);
    const axis = new LogAxis([1 / 1.6, 1.6, ...duel.ratios, ...ends], EDGE, width - EDGE);
    const bottom = RATIO_TOP + RATIO_HEIGHT;
    const middle = RATIO_TOP + 16;
    const parts = [
        svg("rect", {
            class: "margin",
            x: String(axis.at(1 / MARGIN)),
            y: String(RATIO_TOP),
            width: String(axis.at(MARGIN) - axis.at(1 / MARGIN)),
            height: String(RATIO_HEIGHT),
        }),
        line(axis.at(1), RATIO_TOP, axis.at(1), bottom, "equal"),
        ...axis.ticks().flatMap((tick) => [
            line(axis.at(tick), bottom, axis.at(tick), bottom + 4, "tick"),
            label(axis.at(tick), bottom + 18, tick === 1 ? "1, equal" : String(tick), width),
        ]),
        ...duel.ratios.map((ratio, index) => dot(axis.at(ratio), middle + (index % 3) * 6 - 6, 3.5, "pair")),
    ];
    if (interval !== null && duel.ratios.length > 1) {
        const low = axis.at(Math.max(interval.low, 1e-9));
        const high = axis.at(interval.high ?? 1e9);
        const at = bottom - 12;
        parts.push(
            line(low, at, high, at, "interval"),
            line(low, at - 6, low, at + 6, "interval"),
            line(high, at - 6, high, at + 6, "interval"),
            dot(axis.at(interval.ratio), at, 5, "estimate"),
        );
    }
    return parts;
}

function raw(duel: Duel, width: number): SVGElement[] {
    const all = SIDES.flatMap((side) => duel.raw[side].flat());
    if (all.length === 0) {
        return [];
    }
    const axis = new LogAxis([...all, Math.min(...all) / 1.1, Math.max(...all) * 1.1], EDGE, width - EDGE);
    const bottom = RAW_TOP + 2 * ROW;
    const parts = axis.ticks().flatMap((tick) => [
        line(axis.at(tick), RAW_TOP - 6, axis.at(tick), bottom, "grid"),
        label(axis.at(tick), bottom + 16, score(tick, duel.unit), width),
    ]);
    SIDES.forEach((side, index) => {
        const values = duel.raw[side].flat();
        const top = RAW_TOP + index * ROW;
        parts.push(text(EDGE, top + 4, safe(duel.names[side]), `name ${side}`));
        parts.push(...values.map((value, place) => dot(axis.at(value), top + 15 + (place % 4) * 3 - 4, 2.2, `raw ${side}`)));
        if (values.length > 0) {
            parts.push(line(axis.at(median(values)), top + 8, axis.at(median(values)), top + 24, `median ${side}`));
        }
    });
    return parts;
}

/** What is to be seen, in a sentence. */
export function words(told: Duel): string {
    const { faster, slower, duel } = inFavour(told);
    const { interval } = duel;
    if (interval === null) {
        return `${faster} and ${slower}: no pair of JVMs is measured yet.`;
    }
    const range = interval.high === null ? "" : ` (${times(interval.low)} to ${times(interval.high)})`;
    return `${faster} is ${times(interval.ratio)} times as fast as ${slower}${range}, by ${duel.ratios.length} pairs of JVMs.`;
}

/** The ratios of the faster version to the slower one, as a claim is worded. */
function inFavour(duel: Duel): { faster: string; slower: string; duel: Duel } {
    const { names, interval } = duel;
    if (interval === null || interval.ratio >= 1) {
        return { faster: names.left, slower: names.right, duel };
    }
    const inverse = {
        ratio: 1 / interval.ratio,
        low: interval.high === null ? 0 : 1 / interval.high,
        high: interval.low > 0 ? 1 / interval.low : null,
    };
    const ratios = duel.ratios.map((ratio) => 1 / ratio);
    return { faster: names.right, slower: names.left, duel: { ...duel, ratios, interval: inverse } };
}

function svg(tag: string, attributes: Record<string, string>): SVGElement {
    const made = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    return made;
}

function line(x1: number, y1: number, x2: number, y2: number, className: string): SVGElement {
    return svg("line", { x1: String(x1), y1: String(y1), x2: String(x2), y2: String(y2), class: className });
}

function dot(x: number, y: number, r: number, className: string): SVGElement {
    return svg("circle", { cx: String(x), cy: String(y), r: String(r), class: className });
}

/** Below an axis, and within the picture. */
function label(x: number, y: number, content: string, width: number): SVGElement {
    const half = content.length * LETTER / 2;
    return text(Math.min(width - half, Math.max(half, x)), y, content, "label middle");
}

function text(x: number, y: number, content: string, className: string): SVGElement {
    const made = svg("text", { x: String(x), y: String(y), class: className });
    made.textContent = content;
    return made;
}
