// The outline: open where there is room, the section that is read marked, sections ticked off.

import { icon } from "../page/icons";
import { t } from "../page/texts";

const WIDE = "(min-width: 76rem)";

export class Outline {
    private readonly links: HTMLAnchorElement[];

    constructor(private readonly element: HTMLElement) {
        this.links = [...element.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
        this.openWhereWide();
        this.markWhatIsRead();
    }

    /** Ticks the sections all of whose cells were run, and says how many were. */
    showRun(ran: (cell: HTMLElement) => boolean, cells: HTMLElement[]): void {
        const count = cells.filter(ran).length;
        const words = this.element.querySelector("[data-cells-run]");
        if (words !== null) {
            words.textContent =
                cells.length === 0 ? "" : t("{0} of {1} cells run", count, cells.length);
        }
        for (const link of this.links) {
            const inside = cells.filter((cell) => this.linkOf(cell) === link);
            this.tick(link, inside.length > 0 && inside.every(ran));
        }
    }

    private tick(link: HTMLAnchorElement, ticked: boolean): void {
        const tick = link.querySelector(".tick");
        if (ticked && tick === null) {
            const mark = document.createElement("span");
            mark.className = "tick";
            const words = document.createElement("span");
            words.className = "visually-hidden";
            words.textContent = t(" (all cells run)");
            mark.append(icon("done"), words);
            link.append(mark);
        } else if (!ticked) {
            tick?.remove();
        }
    }

    /** The last heading of the outline before an element. */
    private linkOf(target: Element): HTMLAnchorElement | undefined {
        return this.links.findLast((link) => {
            const heading = document.getElementById(link.hash.slice(1));
            const position = heading?.compareDocumentPosition(target) ?? 0;
            return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        });
    }

    private openWhereWide(): void {
        const details = this.element.querySelector("details");
        const wide = matchMedia(WIDE);
        const set = () => {
            if (details !== null) {
                details.open = wide.matches;
            }
        };
        set();
        wide.addEventListener("change", set);
    }

    private markWhatIsRead(): void {
        const seen = new Map<Element, boolean>();
        const observer = new IntersectionObserver(
            (entries) => {
                entries.forEach((entry) => seen.set(entry.target, entry.isIntersecting));
                this.mark([...seen].filter(([, visible]) => visible).map(([target]) => target));
            },
            { rootMargin: "-15% 0px -70% 0px" },
        );
        const article = document.querySelector("article");
        for (const part of article?.querySelectorAll("h2, h3, p, figure, ul, ol, aside") ?? []) {
            observer.observe(part);
        }
    }

    private mark(visible: Element[]): void {
        const first = visible[0];
        if (first === undefined) {
            return;
        }
        const own = this.links.find((link) => link.hash === `#${first.id}`);
        const current = own ?? this.linkOf(first);
        for (const link of this.links) {
            if (link === current) {
                link.setAttribute("aria-current", "location");
            } else {
                link.removeAttribute("aria-current");
            }
        }
    }
}
