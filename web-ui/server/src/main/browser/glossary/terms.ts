// Finds terms of earlier lessons, and of earlier paragraphs, in the text of a lesson. Pure but for
// the text nodes that it splits.

export interface Term {
    term: string;
    /** It has another meaning too: it is not looked for. */
    everyday: boolean;
    /** HTML of the author. */
    definition: string;
    lesson: string;
    lessonTitle: string;
    anchor: string;
}

const TEXT = ".prose p, .prose li, .prose dd";
const ELSEWHERE = "a, code, pre, dfn, button, label, summary, figure, .quiz, .predict, .exercise, .compare, .cards, .narration";

/** Calls back for the first use of each term in each section, with the text node that is the term. */
export function findTerms(root: ParentNode, terms: readonly Term[], lesson: string, found: (word: Text, term: Term) => void): void {
    const known = new Map<string, Term>();
    for (const term of terms.filter((each) => !each.everyday)) {
        known.set(term.term.toLowerCase(), term);
    }
    if (known.size === 0) {
        return;
    }
    const pattern = patternOf([...known.keys()]);
    const seen = new Set<string>();
    let section: Element | null = null;
    for (const block of root.querySelectorAll<HTMLElement>(TEXT)) {
        const now = block.closest("section.sect1");
        if (now !== section) {
            section = now;
            seen.clear();
        }
        for (const text of textsOf(block)) {
            markIn(text, pattern, (word, key) => {
                const term = known.get(key)!;
                if (!seen.has(key) && isDefinedBefore(term, lesson, terms, block)) {
                    seen.add(key);
                    found(word, term);
                }
            });
        }
    }
}

/**
 * The longest first, so that "race condition" is not a condition; with an s for more than one. A word
 * of Chinese stands between others without a blank.
 */
function patternOf(terms: string[]): RegExp {
    const words = terms
        .sort((a, b) => b.length - a.length)
        .map((term) => {
            const word = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
            return /\p{Script=Han}/u.test(term) ? word : `(?<![\\p{L}\\p{N}-])${word}(?=s?(?![\\p{L}\\p{N}-]))`;
        });
    return new RegExp(`(${words.join("|")})(?:s?)`, "giu");
}

function textsOf(block: HTMLElement): Text[] {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (parent.closest(ELSEWHERE) === null && parent.closest("p, li, dd") === block) {
            texts.push(node as Text);
        }
    }
    return texts;
}

function markIn(text: Text, pattern: RegExp, found: (word: Text, key: string) => void): void {
    const matches = [...text.data.matchAll(pattern)];
    // From the end, so that the places before stay where they are.
    const words = matches.reverse().map((match) => {
        const word = text.splitText(match.index);
        word.splitText(match[0].length);
        return { word, key: match[1]!.toLowerCase() };
    });
    words.reverse().forEach(({ word, key }) => found(word, key));
}

function isDefinedBefore(term: Term, lesson: string, terms: readonly Term[], block: Element): boolean {
    if (term.lesson !== lesson) {
        const order = [...new Set(terms.map((each) => each.lesson))];
        const at = order.indexOf(lesson);
        return at < 0 || order.indexOf(term.lesson) < at;
    }
    const definition = document.getElementById(term.anchor);
    if (definition === null || block.contains(definition)) {
        return false;
    }
    return (definition.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
