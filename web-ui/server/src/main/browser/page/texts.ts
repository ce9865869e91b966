// The words of the interface in the reader's language. English is in the code; for another language
// the page loads a catalogue before its script.

declare global {
    var interleaveTexts: Readonly<Record<string, string>> | undefined;
    var interleaveSentences: Readonly<Record<string, string>> | undefined;
}

/** A text in the reader's language; `values` stand for `{0}`, `{1}` and so on. */
export function t(english: string, ...values: (string | number)[]): string {
    const text = globalThis.interleaveTexts?.[english] ?? english;
    return text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
}

/** What is longer is no sentence of the server but a learner's output. */
const LONGEST = 4000;

const PLACEHOLDER = /\\\{(\d)\\\}/g;
let patterns: { pattern: RegExp; order: number[]; text: string }[] | undefined;

/**
 * What the server says, in the reader's language. It speaks English, to the command line and to all
 * pages alike; the catalogue has its sentences with `{0}` where a value stands. What is not in there
 * stays as it is.
 */
export function told(english: string): string {
    if (globalThis.interleaveSentences === undefined || english === "") {
        return english;
    }
    return (
        sentences(english) ??
        sentence(english) ??
        english
            .split(/(\n|; |, |(?<=[.!?:]) (?=[A-Z]))/)
            .map((part) => sentence(part) ?? part)
            .join("")
    );
}

/** Several sentences, each of which is known: otherwise the values of the first could swallow the others. */
function sentences(english: string): string | undefined {
    const each = english.length > LONGEST ? [] : english.split(/(?<=[.!?]) (?=[\p{Lu}\p{Script=Han}])/u);
    const all = each.length < 2 ? [] : each.map((part) => sentence(part));
    return all.length === 0 || all.includes(undefined) ? undefined : all.join(" ").replace(/([。！？]) /g, "$1");
}

/** What begins with words of its own comes first, then what has more of them. */
function rank(template: string): number {
    return (template.startsWith("{") ? LONGEST : 0) - template.replace(/\{\d\}/g, "").length;
}

function sentence(english: string): string | undefined {
    patterns ??= Object.entries(globalThis.interleaveSentences!).sort(([a], [b]) => rank(a) - rank(b)).map(([template, text]) => {
        const escaped = template.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        const order = [...template.matchAll(/\{(\d)\}/g)].map((match) => Number(match[1]));
        return { pattern: new RegExp(`^${escaped.replace(PLACEHOLDER, "(.+?)")}$`, "s"), order, text };
    });
    for (const { pattern, order, text } of patterns) {
        const match = english.length > LONGEST ? null : pattern.exec(english);
        if (match !== null) {
            return text.replace(/\{(\d)\}/g, (_, index) => told(match[order.indexOf(Number(index)) + 1] ?? ""));
        }
    }
    return undefined;
}

/** For the controls that a script puts into a text that may be in another language. */
export const SPOKEN = { lang: document.documentElement.lang };

/** A number as people of the reader's language write it. */
export function count(number: number): string {
    return number.toLocaleString(document.documentElement.lang);
}
