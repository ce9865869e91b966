// Parts of drawings.

const SPACE = "http://www.w3.org/2000/svg";
/** How wide a letter of a label is, at most. */
const LETTER = 7;

/** A drawing, and what a reader goes through with the arrow keys. */
export interface Drawing {
    parts: SVGElement[];
    height: number;
    points: Point[];
}

export interface Point {
    x: number;
    y: number;
    words: string;
}

export function svg(tag: string, attributes: Record<string, string>): SVGElement {
    const made = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    return made;
}

export function line(x1: number, y1: number, x2: number, y2: number, className: string): SVGElement {
    return svg("line", { x1: String(x1), y1: String(y1), x2: String(x2), y2: String(y2), class: className });
}

/** An interval with ends that can be seen. */
export function whisker(low: number, high: number, y: number, className: string): SVGElement[] {
    return [
        line(low, y, high, y, className),
        line(low, y - 6, low, y + 6, className),
        line(high, y - 6, high, y + 6, className),
    ];
}

export function rect(x: number, y: number, width: number, height: number, className: string): SVGElement {
    const [left, top, wide, high] = [x, y, Math.max(0, width), Math.max(0, height)].map(String);
    return svg("rect", { x: left!, y: top!, width: wide!, height: high!, class: className });
}

export function dot(x: number, y: number, r: number, className: string): SVGElement {
    return svg("circle", { cx: String(x), cy: String(y), r: String(r), class: className });
}

export function path(points: [number, number][], className: string): SVGElement {
    const steps = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`);
    return svg("path", { d: steps.join(""), class: className });
}

/** Below an axis, and within the picture. */
export function label(x: number, y: number, content: string, width: number): SVGElement {
    const half = (content.length * LETTER) / 2;
    return text(Math.min(width - half, Math.max(half, x)), y, content, "label middle");
}

export function text(x: number, y: number, content: string, className: string): SVGElement {
    const made = svg("text", { x: String(x), y: String(y), class: className });
    made.textContent = content;
    return made;
}
