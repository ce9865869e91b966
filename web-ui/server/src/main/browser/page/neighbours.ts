// The keys n and p lead to the next page of a series and to the one before.

import { isTyping } from "./dom";

export function neighbourKeys(): void {
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
            return;
        }
        const wanted = event.key === "n" ? "next" : event.key === "p" ? "prev" : null;
        if (wanted !== null && document.querySelector("dialog[open]") === null) {
            document.querySelector<HTMLAnchorElement>(`a[rel="${wanted}"]`)?.click();
        }
    });
}
