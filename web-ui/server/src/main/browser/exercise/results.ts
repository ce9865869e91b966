// What came out of a grading, shown where it belongs: in the tasks of the statement.

import type { Report, TestReport } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";
import { icon } from "../page/icons";
import { faultName } from "./faults";
import { lanes } from "./lanes";
import { t, told } from "../page/texts";

export class Results {
    private readonly tasks = new Map<string, HTMLElement>();
    private readonly rest = element("ul", { class: "test-results" });

    /**
     * `statement` has the tasks; what belongs to none of them is shown below it. `sentences` are what
     * tests show in the language of the page, by the English sentences.
     */
    constructor(
        statement: HTMLElement,
        private readonly sentences: Readonly<Record<string, string>>,
    ) {
        for (const task of statement.querySelectorAll<HTMLElement>(".task")) {
            const list = element("ul", { class: "test-results" });
            task.append(list);
            this.tasks.set(task.dataset.task!, list);
        }
        statement.append(this.rest);
    }

    show(report: Report | null): void {
        const lists = [...this.tasks.values(), this.rest];
        lists.forEach((list) => list.replaceChildren());
        for (const test of report?.tests ?? []) {
            (this.tasks.get(test.task ?? "") ?? this.rest).append(item(test, this.sentences[test.sentence]));
        }
        lists.forEach((list) => (list.hidden = list.childElementCount === 0));
    }
}

function item(test: TestReport, translated: string | undefined): HTMLElement {
    const kind = test.passed ? "passed" : "failed";
    return element(
        "li",
        { class: `test ${kind}` },
        icon(test.passed ? "done" : "failed"),
        element(
            "div",
            {},
            element("span", { class: "visually-hidden" }, test.passed ? t("Passed: ") : t("Failed: ")),
            element("span", translated === undefined ? { lang: "en" } : {}, safe(translated ?? test.sentence)),
            test.fault === null ? null : element("strong", { class: "fault" }, faultName(test.fault)),
            test.message === null ? null : element("p", { class: "test-message" }, safe(told(test.message.trim()))),
            ...details(test),
        ),
    );
}

function details(test: TestReport): HTMLElement[] {
    if (test.steps !== undefined && test.steps.length > 0) {
        return [fold(t("The schedule that fails, step by step"), lanes(test.steps, test.seed))];
    }
    if (test.places.length > 0) {
        const lines = test.places.map((line) => element("li", {}, safe(line)));
        return [fold(t("Where in your code"), element("ol", {}, ...lines))];
    }
    return [];
}

function fold(title: string, content: HTMLElement): HTMLElement {
    return element("details", { class: "test-steps" }, element("summary", {}, title), content);
}
