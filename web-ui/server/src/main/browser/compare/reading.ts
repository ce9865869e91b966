// Reads the points of a drawing out, one after the other, with the arrow keys.

import { element } from "../page/dom";
import { svg, type Point } from "./svg";

export class Reading {
    readonly words = element("p", { class: "compare-reading", role: "status" });
    private points: Point[] = [];
    private place = -1;
    private ring: SVGElement | null = null;

    constructor(private readonly picture: HTMLElement) {
        picture.tabIndex = 0;
        picture.addEventListener("keydown", (event) => this.onKey(event));
        picture.addEventListener("blur", () => this.leave());
    }

    /** The drawing was made anew. */
    use(points: Point[]): void {
        this.points = points;
        this.ring = null;
        this.place = Math.min(this.place, points.length - 1);
        this.mark();
    }

    private onKey(event: KeyboardEvent): void {
        const last = this.points.length - 1;
        const next: Record<string, number> = {
            ArrowRight: Math.min(last, this.place + 1),
            ArrowLeft: Math.max(0, this.place - 1),
            Home: 0,
            End: last,
        };
        const place = next[event.key];
        if (place !== undefined && last >= 0 && !event.ctrlKey && !event.altKey && !event.metaKey) {
            event.preventDefault();
            this.place = place;
            this.mark();
            this.words.textContent = this.points[place]!.words;
        }
    }

    private leave(): void {
        this.place = -1;
        this.words.textContent = "";
        this.ring?.remove();
        this.ring = null;
    }

    private mark(): void {
        const point = this.points[this.place];
        if (point === undefined) {
            return;
        }
        this.ring?.remove();
        this.ring = svg("circle", { cx: String(point.x), cy: String(point.y), r: "7", class: "reading" });
        this.picture.querySelector("svg")?.append(this.ring);
    }
}
