// One pair of versions: what is claimed, the picture, and everything around it.

import type { ComparisonResult, ComparisonVerdict, Side } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";
import { duelOf, isVerdict, type Duel } from "./duel";
import { Picture } from "./picture";
import { words } from "./ratio-picture";
import { lessonLink } from "./lint-lessons";
import { figuresTable, hostWords, pairsTable } from "./tables";
import { t, told } from "../page/texts";

const FIRST_LOOK = 4;

export class Result {
    readonly element = element("section", { class: "compare-result" });
    private readonly claim = element("p", { class: "compare-claim" });
    private readonly picture: Picture;
    private readonly twin = element("details", { class: "compare-numbers" }, element("summary", {}, t("The picture in numbers")));
    private readonly rest = element("div");

    /** `name` of its files, when they are saved. */
    constructor(name: string) {
        this.picture = new Picture(name);
        this.element.append(this.claim, this.picture.element, this.twin, this.rest);
    }

    /** While it is measured: nothing of it is a result. */
    showLive(duel: Duel): void {
        this.element.dataset.claim = "none";
        const pairs = duel.ratios.length;
        this.claim.textContent =
            pairs === 0
                ? t("Warming up the first pair of JVMs ({0} iterations).", duel.iterations)
                : `${t("So far, and not yet a result: {0}", safe(words(duel)))}${pairs < FIRST_LOOK ? t(" The first look is after 4 pairs.") : ""}`;
        this.show(duel, null);
        this.rest.replaceChildren();
    }

    showEnd(result: ComparisonResult, nameOf: (version: number) => string): void {
        this.element.dataset.claim = isVerdict(result) ? result.claim : "none";
        this.claim.textContent = safe(sentence(result));
        const measured = isVerdict(result) && result.forks > 0;
        this.picture.element.hidden = !measured;
        this.twin.hidden = !measured;
        if (isVerdict(result)) {
            this.show(duelOf(result), result);
            this.rest.replaceChildren(...around(result));
        } else {
            this.rest.replaceChildren(...reasons(result, nameOf));
        }
    }

    private show(duel: Duel, verdict: ComparisonVerdict | null): void {
        this.picture.show(duel, verdict);
        this.twin.replaceChildren(element("summary", {}, t("The picture in numbers")), pairsTable(duel));
    }
}

function sentence(result: ComparisonResult): string {
    switch (result.type) {
        case "verdict":
        case "impossible":
            return told(result.message);
        case "curves":
            return told(result.message);
        case "flame":
            return result.name;
        case "disagreement":
            return t("The versions return different things, so nothing was measured.");
        case "refused":
            return t("Nothing was measured.");
    }
}

function around(verdict: ComparisonVerdict): HTMLElement[] {
    const lints = verdict.lints.map((lint) =>
        element(
            "li",
            {},
            element("strong", {}, withLine(safe(verdict[lint.side].name), lint.line)),
            `${safe(told(lint.message))} (${lint.rule}) `,
            lessonLink(lint.lesson),
        ),
    );
    return [
        ...(lints.length === 0 ? [] : [element("ul", { class: "compare-lints", "aria-label": t("What may spoil this measurement") }, ...lints)]),
        element("details", { class: "compare-numbers" }, element("summary", {}, t("Memory, processor time and more")), figuresTable(verdict)),
        element("p", { class: "compare-host" }, hostWords(verdict)),
    ];
}

/** `line` is 0 where there is none. */
function withLine(name: string, line: number): string {
    return line > 0 ? t("{0}, line {1}: ", name, line) : t("{0}: ", name);
}

function reasons(result: ComparisonResult, nameOf: (version: number) => string): HTMLElement[] {
    const name = (side: Side) => safe(nameOf(side === "left" ? 1 : result.other));
    if (result.type === "disagreement") {
        const value = (side: Side) => element("li", {}, element("strong", {}, t("{0}: ", name(side))), element("code", {}, safe(result[side])));
        return [element("ul", { class: "compare-lints" }, value("left"), value("right"))];
    }
    if (result.type === "refused") {
        const items = result.problems.map((problem) =>
            element(
                "li",
                {},
                element("strong", {}, withLine(name(problem.side), problem.line)),
                safe(told(problem.message)),
            ),
        );
        return [element("ul", { class: "compare-lints" }, ...items)];
    }
    return [];
}
