// Terms in the text of a lesson lead to their definitions, and show them where they stand.

import { element } from "../page/dom";
import { findTerms, type Term } from "./terms";
import { TermPopup } from "./popup";

export async function markTerms(lesson: string): Promise<void> {
    try {
        const answer = await fetch("/api/glossary", { credentials: "same-origin" });
        if (answer.ok) {
            mark(((await answer.json()) as { terms: Term[] }).terms, lesson);
        }
    } catch {
        // Without a connection the text is only text.
    }
}

function mark(terms: readonly Term[], lesson: string): void {
    const popup = new TermPopup();
    findTerms(document, terms, lesson, (word, term) => {
        const link = element("a", { class: "term-use", href: `/lessons/${term.lesson}#${term.anchor}` });
        word.replaceWith(link);
        link.append(word);
        popup.follow(link, term);
    });
}
