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

/**
 * How many sentences can be in each other. No more than that are looked for: a learner's output can be
 * made of any number, and each is looked at more than once.
 */
const DEEPEST = 4;

/** `words` stand before, between and after the values: one more than there are places in `order`. */
interface Sentence {
    words: string[];
    order: number[];
    text: string;
}

let known: Sentence[] | undefined;

/**
 * What the server says, in the reader's language. It speaks English, to the command line and to all
 * pages alike; the catalogue has its sentences with `{0}` where a value stands. What is not in there
 * stays as it is.
 */
export function told(english: string): string {
    return tell(english, DEEPEST);
}

function tell(english: string, deepest: number): string {
    if (globalThis.interleaveSentences === undefined || english === "" || deepest === 0 || english.length > LONGEST) {
        return english;
    }
    return (
        sentences(english, deepest) ??
        sentence(english, deepest) ??
        english
            .split(/(\n|; |, |(?<=[.!?:]) (?=[A-Z]))/)
            .map((part) => sentence(part, deepest) ?? part)
            .join("")
    );
}

/** Several sentences, each of which is known: otherwise the values of the first could swallow the others. */
function sentences(english: string, deepest: number): string | undefined {
    const each = english.split(/(?<=[.!?]) (?=[\p{Lu}\p{Script=Han}])/u);
    const all = each.length < 2 ? [] : each.map((part) => sentence(part, deepest));
    return all.length === 0 || all.includes(undefined) ? undefined : all.join(" ").replace(/([。！？]) /g, "$1");
}

/** What begins with words of its own comes first, then what has more of them. */
function rank(template: string): number {
    return (template.startsWith("{") ? LONGEST : 0) - template.replace(/\{\d\}/g, "").length;
}

function sentence(english: string, deepest: number): string | undefined {
    known ??= Object.entries(globalThis.interleaveSentences!)
        .sort(([a], [b]) => rank(a) - rank(b))
        .map(([template, text]) => ({
            words: template.split(/\{\d\}/),
            order: [...template.matchAll(/\{(\d)\}/g)].map((match) => Number(match[1])),
            text,
        }));
    for (const { words, order, text } of known) {
        const values = valuesIn(english, words);
        if (values !== undefined) {
            return text.replace(/\{(\d)\}/g, (_, index) => tell(values[order.indexOf(Number(index))] ?? "", deepest - 1));
        }
    }
    return undefined;
}

/**
 * The values in a text, each as short as can be and none empty; undefined if it is another sentence.
 * No place is tried twice, whatever a learner writes, as a regular expression would.
 */
function valuesIn(english: string, words: string[]): string[] | undefined {
    const first = words[0]!;
    const last = words.at(-1)!;
    if (words.length === 1) {
        return english === first ? [] : undefined;
    }
    if (!english.startsWith(first) || !english.endsWith(last)) {
        return undefined;
    }
    const values: string[] = [];
    let from = first.length;
    for (const between of words.slice(1, -1)) {
        const to = english.indexOf(between, from + 1);
        if (to < 0) {
            return undefined;
        }
        values.push(english.slice(from, to));
        from = to + between.length;
    }
    const end = english.length - last.length;
    if (end <= from) {
        return undefined;
    }
    values.push(english.slice(from, end));
    return values;
}

/** For the controls that a script puts into a text that may be in another language. */
export const SPOKEN = { lang: document.documentElement.lang };

/** A number as people of the reader's language write it. */
export function count(number: number): string {
    return number.toLocaleString(document.documentElement.lang);
}
