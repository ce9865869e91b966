// A flame graph: each box is a method below the one that called it, as wide as the time that was spent
// in it. The arrow keys go from box to box, Enter makes one as wide as the picture, Escape goes back.

import type { Flame, FlameFrame } from "../messages";
import { safe } from "../output/problems";
import { button, element } from "../page/dom";
import { count, t } from "../page/texts";
import { savePng, saveSvg } from "./export";
import { factWords } from "./flame-facts";
import { flameTree } from "./flame-tree";
import { rect, svg, text } from "./svg";

const ROW = 20;
const LETTER = 6.6;
/** Narrower boxes cannot be seen. */
const LEAST = 1;

/** A frame with its place in the tree. */
export interface Box {
    frame: FlameFrame;
    parent: Box | null;
    children: Box[];
    /** Samples to the left of it. */
    from: number;
}

export class FlameGraph {
    readonly element: HTMLElement;
    private readonly picture = element("div", { class: "compare-picture flame", role: "group", tabindex: "0" });
    private readonly words = element("p", { class: "compare-reading", role: "status" });
    private readonly back: HTMLButtonElement;
    private readonly roots: Box[];
    private readonly all: Box[];
    private zoomed: Box | null = null;
    private at: Box | null = null;
    private width = 0;

    /** `name` of its files, when they are saved. */
    constructor(name: string, private readonly flame: Flame) {
        this.all = boxes(flame.frames);
        this.roots = this.all.filter((box) => box.parent === null);
        this.back = button("quiet", () => this.zoom(null), t("Whole picture"));
        const save = (use: (drawing: SVGSVGElement, said: string) => void) => () => {
            const drawing = this.picture.querySelector("svg");
            if (drawing !== null) {
                use(drawing, drawing.getAttribute("aria-label")!);
            }
        };
        const title = t("Where the time of {0} goes", safe(flame.name));
        this.picture.setAttribute("aria-label", `${title}. ${t("Arrow keys go from box to box, Enter widens one, Escape goes back.")}`);
        this.picture.addEventListener("keydown", (event) => this.onKey(event));
        const facts = flame.facts.map((fact) => element("li", {}, safe(factWords(fact))));
        const seen = flame.samples > 0;
        this.element = element(
            "section",
            { class: "compare-result compare-flame", "aria-label": title },
            element("p", { class: "compare-claim" }, title),
            element("p", { class: "compare-host" }, this.how()),
            ...(seen
                ? [
                      element(
                          "div",
                          { class: "compare-kinds" },
                          this.back,
                          element(
                              "span",
                              { class: "compare-exports" },
                              button("quiet", save((drawing, said) => saveSvg(drawing, said, name)), "SVG"),
                              button("quiet", save((drawing, said) => void savePng(drawing, said, name)), "PNG"),
                          ),
                      ),
                      this.picture,
                      this.words,
                      element("details", { class: "compare-numbers" }, element("summary", {}, t("The heaviest paths as a list")), flameTree(this.roots, flame.samples)),
                  ]
                : []),
            facts.length === 0 ? null : element("p", { class: "compare-axis" }, t("What the compilers made of it")),
            facts.length === 0 ? null : element("ul", { class: "compare-facts-list" }, ...facts),
        );
        new ResizeObserver(([entry]) => {
            this.width = Math.floor(entry!.contentRect.width);
            this.draw();
        }).observe(this.picture);
        this.zoom(null);
    }

    private how(): string {
        const { samples, seconds, cpuShare, event } = this.flame;
        const waits = cpuShare < 0.2 ? ` ${t("It mostly waits, and what waits is in no box.")}` : "";
        return t("{0} stacks in {1} s ({2}); it used {3} processors.", count(samples), seconds.toFixed(1), event, cpuShare.toFixed(2)) + waits;
    }

    private zoom(box: Box | null): void {
        this.zoomed = box;
        this.at = box ?? this.at;
        this.back.disabled = box === null;
        this.draw();
    }

    private onKey(event: KeyboardEvent): void {
        if (event.ctrlKey || event.altKey || event.metaKey) {
            return;
        }
        const to = this.target(event.key);
        if (to === undefined) {
            return;
        }
        event.preventDefault();
        if (event.key === "Enter") {
            this.zoom(this.at);
        } else if (event.key === "Escape") {
            this.zoom(null);
        }
        this.go(to);
    }

    /** Where a key leads; undefined if it is none of these. */
    private target(key: string): Box | null | undefined {
        const at = this.at;
        const siblings = at === null ? this.roots : (at.parent?.children ?? this.roots);
        const place = at === null ? -1 : siblings.indexOf(at);
        switch (key) {
            case "ArrowDown":
                return at === null ? this.roots[0] : (at.children[0] ?? at);
            case "ArrowUp":
                return at?.parent ?? at;
            case "ArrowRight":
                return siblings[Math.min(siblings.length - 1, place + 1)];
            case "ArrowLeft":
                return siblings[Math.max(0, place - 1)];
            case "Home":
                return this.roots[0];
            case "Enter":
            case "Escape":
                return at;
            default:
                return undefined;
        }
    }

    private go(box: Box | null): void {
        this.at = box;
        // What is out of the picture is brought into it.
        if (box !== null && this.zoomed !== null && !isIn(box, this.zoomed)) {
            this.zoomed = null;
            this.back.disabled = true;
        }
        this.draw();
        this.words.textContent = box === null ? "" : safe(boxWords(box, this.flame.samples));
    }

    private draw(): void {
        if (this.width < 100 || this.flame.samples === 0) {
            return;
        }
        const samples = this.zoomed?.frame.total ?? this.flame.samples;
        const from = this.zoomed?.from ?? 0;
        const scale = this.width / Math.max(1, samples);
        const shown = this.all.filter(
            (box) => (this.zoomed === null || isIn(box, this.zoomed) || isIn(this.zoomed, box)) && box.frame.total * scale >= LEAST,
        );
        const height = (Math.max(...shown.map((box) => box.frame.depth), 0) + 1) * ROW;
        const drawn = svg("svg", {
            viewBox: `0 0 ${this.width} ${height}`,
            width: String(this.width),
            height: String(height),
            role: "img",
            "aria-label": this.element.getAttribute("aria-label")!,
        });
        for (const box of shown) {
            const left = Math.max(0, (box.from - from) * scale);
            const right = Math.min(this.width, (box.from + box.frame.total - from) * scale);
            drawn.append(this.drawing(box, left, right - left));
        }
        this.picture.replaceChildren(drawn);
    }

    private drawing(box: Box, left: number, width: number): SVGElement {
        const y = box.frame.depth * ROW;
        const kind = box.frame.own ? "own" : box.frame.type === "" ? "words" : "other";
        const group = svg("g", { class: `box ${kind}${box === this.at ? " at" : ""}` });
        const words = svg("title", {});
        words.textContent = boxWords(box, this.flame.samples);
        group.append(words, rect(left + 0.5, y + 0.5, width - 1, ROW - 1, "frame"));
        const letters = Math.floor((width - 6) / LETTER);
        const label = boxName(box.frame);
        if (letters >= 3) {
            group.append(text(left + 4, y + 14, label.length > letters ? `${label.slice(0, letters - 1)}…` : label, "flame-name"));
        }
        group.addEventListener("click", () => {
            this.at = box;
            this.zoom(box);
            this.go(box);
        });
        return group;
    }
}

/** The tree of what was seen; every frame as wide as all that is in it. */
export function boxes(frames: FlameFrame[]): Box[] {
    const open: Box[] = [];
    const ends: number[] = [];
    let end = 0;
    return frames.map((frame) => {
        open.length = frame.depth;
        const parent = open[frame.depth - 1] ?? null;
        const from = parent === null ? end : (ends[frame.depth - 1] ?? parent.from);
        const box: Box = { frame, parent, children: [], from };
        if (parent === null) {
            end += frame.total;
        } else {
            parent.children.push(box);
            ends[frame.depth - 1] = from + frame.total;
        }
        ends[frame.depth] = from;
        open[frame.depth] = box;
        return box;
    });
}

/** Of the method, with the class where it is not the version's own. */
export function boxName({ type, method, own }: FlameFrame): string {
    const known: Record<string, string> = {
        "JMH, which measures": t("JMH, which measures"),
        "calls that were seen seldom": t("calls that were seen seldom"),
        "deeper than is recorded": t("deeper than is recorded"),
    };
    if (type === "") {
        return known[method] ?? method;
    }
    return own ? `${method}()` : `${type.slice(type.lastIndexOf(".") + 1)}.${method}()`;
}

function boxWords(box: Box, samples: number): string {
    const share = (part: number) => ((100 * part) / samples).toFixed(1);
    return t("{0}: {1} % of the time, {2} % in itself", boxName(box.frame), share(box.frame.total), share(box.frame.samples));
}

function isIn(box: Box, outer: Box): boolean {
    for (let each: Box | null = box; each !== null; each = each.parent) {
        if (each === outer) {
            return true;
        }
    }
    return false;
}
