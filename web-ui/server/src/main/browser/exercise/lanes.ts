// The schedule in which a submission failed: a column for each thread, a row for each step.

import type { ScheduleStep } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";
import { t, told } from "../page/texts";

/** The end of a schedule is where it fails. */
const MOST_ROWS = 200;

export function lanes(steps: ScheduleStep[], seed: string | null): HTMLElement {
    const threads = [...new Set(steps.map((step) => step.thread).filter((name) => name !== ""))];
    const shown = steps.slice(-MOST_ROWS);
    const head = threads.map((name) => element("th", { scope: "col" }, safe(name)));
    const table = element(
        "table",
        {},
        element("thead", {}, element("tr", {}, element("th", { scope: "col" }, t("Step")), ...head)),
        element("tbody", {}, ...shown.map((step, index) => row(step, threads, steps.length - shown.length + index + 1))),
    );
    return element(
        "div",
        { class: "lanes", tabindex: "0", role: "group", "aria-label": t("Schedule") },
        seed === null ? null : element("p", {}, t("Seed {0}. Lines of yours are in bold.", seed)),
        table,
    );
}

function row(step: ScheduleStep, threads: string[], number: number): HTMLElement {
    const words = safe(wordsOf(step));
    const first = element("th", { scope: "row" }, String(number));
    if (step.thread === "") {
        return element("tr", {}, first, element("td", { colspan: String(Math.max(1, threads.length)) }, words));
    }
    const cells = threads.map((name) =>
        element("td", {}, name !== step.thread ? null : step.own ? element("strong", {}, words) : words),
    );
    return element("tr", { class: `step-${step.kind.toLowerCase()}` }, first, ...cells);
}

function wordsOf(step: ScheduleStep): string {
    const place = step.line > 0 ? t("line {0}", step.line) : "";
    const what = told(step.what);
    const said = [place, what].filter((part) => part !== "").join(": ");
    switch (step.kind) {
        case "RUN":
            return said === "" ? t("goes on") : said;
        case "BLOCK":
            return said === "" ? t("waits") : t("waits, {0}", said);
        case "WAKE":
            return said === "" ? t("can go on") : t("can go on, {0}", said);
        case "SPURIOUS":
            return t("wakes up for no reason");
        case "TIME":
            return said === "" ? t("time passes") : t("time passes, {0}", said);
        case "END":
            return t("ends");
    }
}
