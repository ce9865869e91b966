// Printed text, line by line, as it comes. Long output stays smooth because the browser lays out
// only those blocks of lines that are on the screen.

import { element } from "../page/dom";
import { AnsiReader, type Piece, type Style } from "./ansi";
import { visible } from "./visible";

const LINES_A_BLOCK = 100;
const LONGEST_LINE = 4000;
const ANSI_NAMES = 16;

export class Lines {
    readonly element: HTMLElement;
    private readonly reader = new AnsiReader();
    private block: HTMLElement | null = null;
    private line: HTMLElement | null = null;
    private length = 0;
    private returned = false;

    constructor(className: string, label: string | null) {
        this.element = element("div", { class: `stream ${className}` });
        if (label !== null) {
            this.element.append(element("span", { class: "stream-label" }, label));
        }
    }

    print(text: string): void {
        for (const piece of this.reader.read(text)) {
            this.printPiece(piece);
        }
    }

    private printPiece(piece: Piece): void {
        const parts = piece.text.split(/(\r?\n|\r)/);
        for (const part of parts) {
            if (part === "\n" || part === "\r\n") {
                this.openLine();
                this.closeLine();
            } else if (part === "\r") {
                this.returned = true;
            } else if (part !== "") {
                this.append(part, piece.style);
            }
        }
    }

    private append(text: string, style: Style): void {
        if (this.returned) {
            // A lone carriage return begins the line anew, as progress bars want it.
            this.line?.replaceChildren();
            this.length = 0;
            this.returned = false;
        }
        let rest = text;
        while (rest !== "") {
            const room = LONGEST_LINE - this.length;
            if (room <= 0) {
                this.closeLine();
                this.openLine().classList.add("continued");
                continue;
            }
            const part = whole(rest, room);
            this.openLine().append(...nodes(part, style));
            this.length += part.length;
            rest = rest.slice(part.length);
        }
    }

    private openLine(): HTMLElement {
        if (this.line === null) {
            if (this.block === null || this.block.childElementCount >= LINES_A_BLOCK) {
                this.block = element("div", { class: "lines" });
                this.element.append(this.block);
            }
            this.line = element("div", { class: "line" });
            this.block.append(this.line);
            this.length = 0;
        }
        return this.line;
    }

    private closeLine(): void {
        this.line = null;
        this.length = 0;
        this.returned = false;
    }
}

/** The first `length` characters, one fewer where that would cut a pair of surrogates. */
function whole(text: string, length: number): string {
    const last = text.charCodeAt(length - 1);
    const cutsPair = length < text.length && last >= 0xd800 && last <= 0xdbff && length > 1;
    return text.slice(0, cutsPair ? length - 1 : length);
}

function nodes(text: string, style: Style): Node[] {
    const made = visible(text).map(({ text: shown, name }) =>
        name === null
            ? document.createTextNode(shown)
            : element("span", { class: "control", title: name }, shown),
    );
    return isPlain(style) ? made : [styled(style, made)];
}

function isPlain(style: Style): boolean {
    return Object.values(style).every((value) => value === undefined || value === false);
}

function styled(style: Style, children: Node[]): HTMLElement {
    const span = element("span", {}, ...children);
    for (const name of ["bold", "dim", "italic", "underline", "strike", "inverse"] as const) {
        span.classList.toggle(`ansi-${name}`, style[name] === true);
    }
    colour(span, "foreground", style.foreground);
    colour(span, "background", style.background);
    return span;
}

function colour(span: HTMLElement, part: "foreground" | "background", value?: number | string): void {
    if (typeof value === "number" && value < ANSI_NAMES) {
        span.classList.add(`ansi-${part}-${value}`);
    } else if (value !== undefined) {
        const property = part === "foreground" ? "color" : "background-color";
        span.style.setProperty(property, typeof value === "number" ? of256(value) : value);
    }
}

/** The usual cube of 6 by 6 by 6 colours, then 24 greys. */
function of256(index: number): string {
    if (index >= 232) {
        const grey = 8 + (index - 232) * 10;
        return `rgb(${grey} ${grey} ${grey})`;
    }
    const level = (part: number) => (part === 0 ? 0 : 55 + part * 40);
    const cube = index - ANSI_NAMES;
    const [red, green, blue] = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6];
    return `rgb(${level(red!)} ${level(green!)} ${level(blue!)})`;
}
