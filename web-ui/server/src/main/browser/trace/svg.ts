// Boxes and edges of the drawings of a timeline. What a cell named only ever becomes text nodes.

const SPACE = "http://www.w3.org/2000/svg";

export function svg(tag: string, attributes: Record<string, string>, ...children: (SVGElement | string)[]): SVGElement {
    const made = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
}

/** A box with lines of text; what does not fit is cut, and whole in its title. */
export function box(x: number, y: number, width: number, height: number, className: string, lines: string[]): SVGElement {
    const most = Math.floor((width - 14) / 5.9);
    const rows = lines.filter((text) => text !== "");
    const first = height / 2 - (rows.length - 1) * 8 + 4;
    return svg(
        "g",
        { transform: `translate(${x} ${y})`, class: className },
        svg("title", {}, rows.join(", ")),
        svg("rect", { width: String(width), height: String(height), rx: "5" }),
        ...rows.map((text, i) =>
            svg("text", { x: "8", y: String(first + i * 16), class: i === 0 ? "" : "outcome" }, cut(text, most)),
        ),
    );
}

/** An edge with an arrow at its end; its title says what it means. */
export function edge(d: string, className: string, words: string): SVGElement {
    return svg("path", { d, class: `edge ${className}`, "marker-end": `url(#trace-arrow-${className.split(" ")[0]})` }, svg("title", {}, words));
}

/** The heads of arrows, one for each kind of edge: a head does not take the colour of its line. */
export function arrowHeads(kinds: string[]): SVGElement {
    return svg(
        "defs",
        {},
        ...kinds.map((kind) =>
            svg(
                "marker",
                {
                    id: `trace-arrow-${kind}`,
                    viewBox: "0 0 8 8",
                    refX: "7",
                    refY: "4",
                    markerWidth: "8",
                    markerHeight: "8",
                    markerUnits: "userSpaceOnUse",
                    orient: "auto-start-reverse",
                },
                svg("path", { d: "M 0 0 L 8 4 L 0 8 z", class: `head ${kind}` }),
            ),
        ),
    );
}

function cut(text: string, most: number): string {
    return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
