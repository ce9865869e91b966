// The words of the interface in the reader's language. English is in the code; for another language
// the page loads a catalogue before its script.

declare global {
    var interleaveTexts: Readonly<Record<string, string>> | undefined;
}

/** A text in the reader's language; `values` stand for `{0}`, `{1}` and so on. */
export function t(english: string, ...values: (string | number)[]): string {
    const text = globalThis.interleaveTexts?.[english] ?? english;
    return text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
}

/** A number as people of the reader's language write it. */
export function count(number: number): string {
    return number.toLocaleString(document.documentElement.lang);
}
