// Search over all lessons, as one types, behind a button and the keys / and Ctrl+K.

import { button, element, isTyping } from "./dom";
import { t } from "./texts";

const REST = 120;
const SHORTEST = 3;
const SHORTEST_CHINESE = 2;
const EMPTY = t("Words and code of all lessons, from three letters on.");

interface Found {
    lesson: string;
    title: string;
    heading: string;
    anchor: string;
    code: boolean;
    parts: { text: string; hit: boolean }[];
}

export function searchDialog(opener: HTMLElement | null): void {
    let search: Search | null = null;
    const open = () => {
        search ??= new Search();
        search.open();
    };
    opener?.addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
        const slash = event.key === "/" && !isTyping(event) && !event.ctrlKey && !event.metaKey;
        const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
        if ((slash || control) && document.querySelector("dialog[open]") === null) {
            event.preventDefault();
            open();
        }
    });
}

class Search {
    private readonly dialog: HTMLDialogElement;
    private readonly input = element("input", {
        type: "search",
        class: "search-input",
        "aria-label": t("Search all lessons"),
        "aria-describedby": "search-keys",
        autocomplete: "off",
        spellcheck: "false",
        placeholder: t("Search all lessons"),
    });
    private readonly said = element("p", { class: "search-said", role: "status" }, EMPTY);
    private readonly list = element("ul", { class: "search-results", "aria-label": t("Found") });
    private timer = 0;
    private asked = new AbortController();

    constructor() {
        this.dialog = element(
            "dialog",
            { class: "shortcuts search", "aria-label": t("Search") },
            element("div", { class: "search-row" }, this.input, button("quiet", () => this.close(), t("Close"))),
            this.said,
            this.list,
            element(
                "p",
                { id: "search-keys", class: "visually-hidden" },
                t("Enter opens the first place; the arrow keys go through all of them."),
            ),
        );
        this.input.addEventListener("input", () => this.soon());
        this.dialog.addEventListener("keydown", (event) => this.key(event));
        document.body.append(this.dialog);
    }

    open(): void {
        this.dialog.showModal();
        this.input.select();
    }

    private close(): void {
        this.dialog.close();
    }

    private soon(): void {
        clearTimeout(this.timer);
        this.asked.abort();
        this.timer = setTimeout(() => void this.find(), REST);
    }

    private async find(): Promise<void> {
        const query = this.input.value.trim();
        if (query.split(/\s+/).every(isTooShort)) {
            this.show([], EMPTY);
            return;
        }
        this.asked = new AbortController();
        try {
            const url = `/api/search?q=${encodeURIComponent(query)}`;
            const answer = await fetch(url, { signal: this.asked.signal });
            if (!answer.ok) {
                throw new Error();
            }
            const { results } = (await answer.json()) as { results: Found[] };
            this.show(results, results.length === 0 ? t("Nothing found for “{0}”.", query) : count(results));
        } catch (error) {
            if (!(error instanceof DOMException && error.name === "AbortError")) {
                this.show([], t("The server cannot be reached. What you read stays here."));
            }
        }
    }

    private show(results: Found[], words: string): void {
        this.said.textContent = words;
        this.list.replaceChildren(...results.map((found) => this.item(found)));
    }

    private item(found: Found): HTMLElement {
        const place = found.anchor === "" ? "" : `#${found.anchor}`;
        const link = element(
            "a",
            { href: `/lessons/${found.lesson}${place}` },
            element("span", { class: "search-place" }, found.title, found.heading === "" ? "" : ` › ${found.heading}`),
            element(
                found.code ? "code" : "span",
                { class: "search-text" },
                ...found.parts.map((part) => (part.hit ? element("mark", {}, part.text) : part.text)),
            ),
        );
        link.addEventListener("click", () => this.close());
        return element("li", {}, link);
    }

    private key(event: KeyboardEvent): void {
        const links = [...this.list.querySelectorAll("a")];
        const at = links.indexOf(document.activeElement as HTMLAnchorElement);
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step !== undefined && links.length > 0) {
            event.preventDefault();
            (links[at + step] ?? this.input).focus();
        } else if (event.key === "Enter" && event.target === this.input) {
            event.preventDefault();
            links[0]?.click();
        }
    }
}

/** A Chinese word says more in two characters than an English one in three letters. */
function isTooShort(word: string): boolean {
    return [...word].length < (/^\p{Script=Han}+$/u.test(word) ? SHORTEST_CHINESE : SHORTEST);
}

function count(results: Found[]): string {
    return results.length === 1 ? t("1 place") : t("{0} places", results.length);
}
