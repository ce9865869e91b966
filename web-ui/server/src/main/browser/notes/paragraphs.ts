// The paragraphs of a lesson, each under a name that follows from its text: it stays the same when the
// lesson changes around it, and when the paragraph moves.

const TEXT = ".prose p:not(.admonition-label), .prose li:not(:has(p)), .prose dd:not(:has(p))";
const ELSEWHERE = "figure, table, details, .quiz, .predict, .exercise, .compare, .cards, .cards-more, .narration, .narration-listen, .without-script";
const BEGINNING = 100;

export interface Paragraph {
    readonly id: string;
    /** How its text begins. */
    readonly beginning: string;
    readonly element: HTMLElement;
}

export function paragraphsOf(root: ParentNode): Paragraph[] {
    const seen = new Map<string, number>();
    const found: Paragraph[] = [];
    for (const block of root.querySelectorAll<HTMLElement>(TEXT)) {
        const text = (block.textContent ?? "").replace(/\s+/g, " ").trim();
        if (text === "" || block.closest(ELSEWHERE) !== null) {
            continue;
        }
        const name = nameOf(text);
        const times = (seen.get(name) ?? 0) + 1;
        seen.set(name, times);
        const id = times === 1 ? name : `${name}-${times}`;
        found.push({ id, beginning: text.slice(0, BEGINNING), element: block });
    }
    return found;
}

/** FNV-1a of 64 bits, in lower case letters and digits. */
function nameOf(text: string): string {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text)) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
    return hash.toString(36);
}
