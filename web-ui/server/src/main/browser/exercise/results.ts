// What came out of a grading, shown where it belongs: in the tasks of the statement.

import type { Report, TestReport } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";
import { icon } from "../page/icons";
import { faultName } from "./faults";

export class Results {
    private readonly tasks = new Map<string, HTMLElement>();
    private readonly rest = element("ul", { class: "test-results" });

    /** `statement` has the tasks; what belongs to none of them is shown below it. */
    constructor(statement: HTMLElement) {
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
            (this.tasks.get(test.task ?? "") ?? this.rest).append(item(test));
        }
        lists.forEach((list) => (list.hidden = list.childElementCount === 0));
    }
}

function item(test: TestReport): HTMLElement {
    const kind = test.passed ? "passed" : "failed";
    return element(
        "li",
        { class: `test ${kind}` },
        icon(test.passed ? "done" : "failed"),
        element(
            "div",
            {},
            element("span", { class: "visually-hidden" }, test.passed ? "Passed: " : "Failed: "),
            safe(test.sentence),
            test.fault === null ? null : element("strong", { class: "fault" }, faultName(test.fault)),
            test.message === null ? null : element("p", { class: "test-message" }, safe(test.message.trim())),
            test.places.length === 0 ? null : steps(test),
        ),
    );
}

/** Steps are told in the order in which they happened, places with the innermost first. */
function steps(test: TestReport): HTMLElement {
    const explored = test.seed !== null;
    const lines = explored ? test.places.toReversed() : test.places;
    return element(
        "details",
        { class: "test-steps" },
        element("summary", {}, explored ? "A schedule that fails, its last steps" : "Where in your code"),
        element("ol", {}, ...lines.map((line) => element("li", {}, safe(line)))),
        explored ? element("p", {}, `Schedule ${test.seed}: the same every time.`) : null,
    );
}
