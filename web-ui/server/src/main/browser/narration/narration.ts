// The narrations of a lesson, to listen to; one after the other. Where the browser has no voice they
// can only be read.

import { Reader } from "./reader";

export function offerListening(): void {
    if (!("speechSynthesis" in window)) {
        return;
    }
    if (speechSynthesis.getVoices().length > 0) {
        begin();
    } else {
        // Voices come late, if they come.
        speechSynthesis.addEventListener("voiceschanged", begin, { once: true });
    }
    window.addEventListener("pagehide", () => speechSynthesis.cancel());
}

function begin(): void {
    if (speechSynthesis.getVoices().length === 0) {
        return;
    }
    const narrations = document.querySelectorAll<HTMLDetailsElement>("details.narration");
    const readers: Reader[] = [];
    narrations.forEach((narration, index) => {
        readers.push(new Reader(narration, () => readers[index + 1]?.start()));
    });
}
