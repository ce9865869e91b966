// Characters that cannot be seen, or that rearrange what can, are shown by name.

export interface Run {
    readonly text: string;
    /** What the character is, for one that is shown by a sign; null for ordinary text. */
    readonly name: string | null;
}

// C0 and C1 controls but tab; marks that turn or hide text; line and paragraph separators.
const HIDDEN =
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const NAMES: Record<number, string> = {
    0x1b: "ESC",
    0x7f: "DEL",
    0xad: "SHY",
    0x61c: "ALM",
    0x200b: "ZWSP",
    0x200e: "LRM",
    0x200f: "RLM",
    0x2028: "LS",
    0x2029: "PS",
    0x202a: "LRE",
    0x202b: "RLE",
    0x202c: "PDF",
    0x202d: "LRO",
    0x202e: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xfeff: "BOM",
};

export function visible(text: string): Run[] {
    const runs: Run[] = [];
    let end = 0;
    for (const match of text.matchAll(HIDDEN)) {
        if (match.index > end) {
            runs.push({ text: text.slice(end, match.index), name: null });
        }
        runs.push(sign(match[0].charCodeAt(0)));
        end = match.index + 1;
    }
    if (end < text.length) {
        runs.push({ text: text.slice(end), name: null });
    }
    return runs;
}

function sign(code: number): Run {
    const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    const name = NAMES[code];
    if (code < 0x20) {
        return { text: String.fromCharCode(0x2400 + code), name: number };
    }
    return { text: name ?? number, name: name === undefined ? number : `${number} ${name}` };
}
