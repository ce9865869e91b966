// Terminal escapes in what a cell prints: colours and weights are kept, everything else is dropped.

/** How a piece of text looks; a colour is a number of the 256 or `#rrggbb`. */
export interface Style {
    readonly foreground?: number | string;
    readonly background?: number | string;
    readonly bold?: boolean;
    readonly dim?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly strike?: boolean;
    readonly inverse?: boolean;
}

export interface Piece {
    readonly text: string;
    readonly style: Style;
}

const PLAIN: Style = {};
// CSI …, OSC … (ended by BEL or ST), two-character escapes; each may be cut off by the end of input.
const ESCAPE = /\x1b(?:\[([0-9:;<=>?]*)[ -/]*([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-Z\\^-~])/g;
const UNFINISHED = /\x1b(?:\[[0-9:;<=>? -/]*|\][^\x07\x1b]*\x1b?|[ -/]*)?$/;
const LONGEST_ESCAPE = 4096;

/** Reads one stream; what looks the same stays the same from call to call. */
export class AnsiReader {
    private style = PLAIN;
    private held = "";

    read(text: string): Piece[] {
        let input = this.held + text;
        const unfinished = UNFINISHED.exec(input);
        this.held = unfinished !== null && unfinished[0].length < LONGEST_ESCAPE ? unfinished[0] : "";
        input = input.slice(0, input.length - this.held.length);
        return this.pieces(input);
    }

    private pieces(input: string): Piece[] {
        const pieces: Piece[] = [];
        let end = 0;
        const add = (text: string) => {
            if (text !== "") {
                pieces.push({ text, style: this.style });
            }
        };
        for (const match of input.matchAll(ESCAPE)) {
            add(input.slice(end, match.index));
            end = match.index + match[0].length;
            if (match[2] === "m") {
                this.style = select(this.style, match[1] ?? "");
            }
        }
        add(input.slice(end));
        return pieces;
    }
}

function select(style: Style, parameters: string): Style {
    const codes = parameters.split(/[;:]/).map((code) => Number.parseInt(code || "0", 10));
    let result = style;
    while (codes.length > 0) {
        const code = codes.shift()!;
        if (code === 38 || code === 48) {
            const colour = extended(codes);
            result = { ...result, [code === 38 ? "foreground" : "background"]: colour };
        } else {
            result = simple(result, code);
        }
    }
    return result;
}

function extended(codes: number[]): number | string | undefined {
    const kind = codes.shift();
    if (kind === 5) {
        return codes.shift();
    }
    if (kind === 2) {
        const hex = codes.splice(0, 3).map((part) => (part & 255).toString(16).padStart(2, "0"));
        return hex.length === 3 ? `#${hex.join("")}` : undefined;
    }
    return undefined;
}

function simple(style: Style, code: number): Style {
    if (code >= 30 && code <= 37) return { ...style, foreground: code - 30 };
    if (code >= 40 && code <= 47) return { ...style, background: code - 40 };
    if (code >= 90 && code <= 97) return { ...style, foreground: code - 82 };
    if (code >= 100 && code <= 107) return { ...style, background: code - 92 };
    switch (code) {
        case 0:
            return PLAIN;
        case 1:
            return { ...style, bold: true };
        case 2:
            return { ...style, dim: true };
        case 3:
            return { ...style, italic: true };
        case 4:
            return { ...style, underline: true };
        case 7:
            return { ...style, inverse: true };
        case 9:
            return { ...style, strike: true };
        case 22:
            return { ...style, bold: false, dim: false };
        case 23:
            return { ...style, italic: false };
        case 24:
            return { ...style, underline: false };
        case 27:
            return { ...style, inverse: false };
        case 29:
            return { ...style, strike: false };
        case 39:
            return { ...style, foreground: undefined };
        case 49:
            return { ...style, background: undefined };
        default:
            return style;
    }
}
