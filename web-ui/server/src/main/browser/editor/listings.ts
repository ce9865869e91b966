// Colours the listings that are only read as the editors colour theirs.

import { javaLanguage } from "@codemirror/lang-java";
import type { Parser } from "@lezer/common";
import { highlightTree } from "@lezer/highlight";
import { element } from "../page/dom";
import { staticHighlight } from "./highlight-style";

const PARSERS: Record<string, () => Promise<Parser>> = {
    java: async () => javaLanguage.parser,
    rust: async () => (await import("@codemirror/lang-rust")).rustLanguage.parser,
    go: async () => (await import("@codemirror/lang-go")).goLanguage.parser,
    python: async () => (await import("@codemirror/lang-python")).pythonLanguage.parser,
};

/** Each when it comes near the screen, so that no grammar is loaded for a tab that nobody opens. */
export function colourListings(root: ParentNode): void {
    const observer = new IntersectionObserver(
        (entries) => {
            for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
                observer.unobserve(target);
                colourSeen(target as HTMLElement).catch(() => undefined);
            }
        },
        { rootMargin: "800px 0px" },
    );
    const listings = root.querySelectorAll("pre.source > code[class*=language-]");
    listings.forEach((code) => observer.observe(code));
}

async function colourSeen(code: HTMLElement): Promise<void> {
    const language = /language-(\w+)/.exec(code.className)?.[1] ?? "";
    const parser = await PARSERS[language]?.();
    if (parser !== undefined && code.isConnected) {
        colour(code, parser);
    }
}

function colour(code: HTMLElement, parser: Parser): void {
    const text = code.textContent ?? "";
    const parts: (Node | string)[] = [];
    let end = 0;
    highlightTree(parser.parse(text), staticHighlight, (from, to, classes) => {
        parts.push(text.slice(end, from), element("span", { class: classes }, text.slice(from, to)));
        end = to;
    });
    code.replaceChildren(...parts, text.slice(end));
}
