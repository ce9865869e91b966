// Cuts the text of a narration into sentences, each in an element of its own, in the page's order.

import { element } from "../page/dom";

const PAUSE = /\(pause\)/gi;

export interface Sentence {
    readonly shown: HTMLElement;
    readonly words: number;
    /** Whether the author wants a pause before it. */
    readonly pauseBefore: boolean;
}

/** Puts a span around each sentence; pauses are heard and not shown. */
export function sentencesOf(paragraphs: Iterable<HTMLElement>, language: string): Sentence[] {
    const sentences: Sentence[] = [];
    for (const paragraph of paragraphs) {
        const parts = (paragraph.textContent ?? "").split(PAUSE);
        const shown: Node[] = [];
        parts.forEach((part, index) => {
            split(part, language).forEach((text, at) => {
                const span = element("span", { class: "sentence" }, text);
                const words = text.split(/\s+/).filter((word) => word !== "").length;
                sentences.push({ shown: span, words, pauseBefore: index > 0 && at === 0 });
                shown.push(span);
            });
        });
        paragraph.replaceChildren(...shown);
    }
    return sentences;
}

function split(text: string, language: string): string[] {
    const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
    return [...segments].map(({ segment }) => segment).filter((segment) => segment.trim() !== "");
}
