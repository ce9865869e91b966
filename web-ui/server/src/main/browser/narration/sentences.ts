// Cuts the text of a narration into sentences, each in an element of its own, in the page's order.

import { element } from "../page/dom";

const HAN_A_WORD = 1.6;
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
                const words = length(text);
                sentences.push({ shown: span, words, pauseBefore: index > 0 && at === 0 });
                shown.push(span);
            });
        });
        paragraph.replaceChildren(...shown);
    }
    return sentences;
}

/** In words; Chinese has none between blanks, and is spoken at 1.6 characters in the time of a word. */
function length(text: string): number {
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const others = text.replace(/\p{Script=Han}/gu, " ").split(/[\s\p{P}]+/u).filter((word) => word !== "");
    return others.length + han / HAN_A_WORD;
}

function split(text: string, language: string): string[] {
    const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
    return [...segments].map(({ segment }) => segment).filter((segment) => segment.trim() !== "");
}
