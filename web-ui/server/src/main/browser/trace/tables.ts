// The same timeline in words: every span and mark in order, and a table of the threads.

import { element } from "../page/dom";
import { millis, type Span, stateName, totals, type TraceModel, words } from "./model";
import { markWords } from "./marks";
import { t } from "../page/texts";

const MOST_ROWS = 500;

/** Spans and marks in the order in which they began, of threads whose name or doing has this text. */
export function list(model: TraceModel, search: string): HTMLElement {
    const wanted = search.toLowerCase();
    const items: HTMLElement[] = [];
    let more = 0;
    for (const { from, text } of told(model)) {
        if (wanted !== "" && !text.toLowerCase().includes(wanted)) {
            continue;
        }
        if (items.length === MOST_ROWS) {
            more = wanted === "" ? model.spans.length + model.marks.all.length - MOST_ROWS : more + 1;
            if (wanted === "") {
                break;
            }
            continue;
        }
        items.push(element("li", {}, element("span", { class: "trace-at" }, millis(from)), ` ${text}`));
    }
    return element(
        "div",
        { class: "trace-words", tabindex: "0", role: "group", "aria-label": t("Timeline in words") },
        element("ol", {}, ...items),
        left(more),
    );
}

/** Spans and marks in the order of their time, each with its thread. */
function* told(model: TraceModel): Generator<{ from: number; text: string }> {
    const marks = [...model.marks.all].sort((a, b) => a.from - b.from);
    let next = 0;
    const mark = () => ({ from: marks[next]!.from, text: `${model.name(marks[next]!.thread)}: ${markWords(marks[next++]!)}` });
    for (const span of model.ordered()) {
        while (next < marks.length && marks[next]!.from < span.from) {
            yield mark();
        }
        yield { from: span.from, text: `${model.name(span.thread)}: ${words(model, span)}` };
    }
    while (next < marks.length) {
        yield mark();
    }
}

export function table(model: TraceModel, search: string): HTMLElement {
    const wanted = search.toLowerCase();
    const threads = [...model.threads.values()].filter((thread) => thread.name.toLowerCase().includes(wanted));
    const rows = threads.slice(0, MOST_ROWS).map((thread) => row(model, thread.id, model.spansOf(thread.id)));
    const head = [t("Thread"), t("Kind"), t("State"), t("Age"), t("Busy"), t("Could run"), t("Idle"), t("Waits for"), t("Started in")];
    return element(
        "div",
        { class: "trace-words", tabindex: "0", role: "group", "aria-label": t("Threads") },
        percentiles(threads.map((thread) => model.spansOf(thread.id))),
        element(
            "table",
            {},
            element("thead", {}, element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)))),
            element("tbody", {}, ...rows),
        ),
        left(threads.length - MOST_ROWS),
    );
}

function row(model: TraceModel, id: number, spans: Span[]): HTMLElement {
    const thread = model.threads.get(id)!;
    const last = spans.at(-1);
    const sums = totals(spans);
    const busy = sums.get("running") ?? 0;
    const could = sums.get("runnable") ?? 0;
    const age = sum(spans);
    const cells = [
        t(thread.virtual ? "virtual" : "platform"),
        last === undefined ? "" : last.open || model.end === null ? stateName(last.state) : t("ended"),
        millis(age),
        millis(busy),
        millis(could),
        millis(age - busy - could),
        last?.open ? (last.on ?? "") : "",
        thread.line > 0 ? t("line {0}", thread.line) : "",
    ];
    return element(
        "tr",
        {},
        element("th", { scope: "row" }, thread.name),
        ...cells.map((text) => element("td", {}, text)),
    );
}

function sum(spans: Span[]): number {
    return spans.length === 0 ? 0 : spans.at(-1)!.to - spans[0]!.from;
}

function percentiles(threads: Span[][]): HTMLElement | null {
    if (threads.length < 10) {
        return null;
    }
    const each = threads.map((spans) => ({ age: sum(spans), sums: totals(spans) }));
    const state = (name: string) => each.map(({ sums }) => sums.get(name) ?? 0);
    const idle = each.map(({ age, sums }) => age - (sums.get("running") ?? 0) - (sums.get("runnable") ?? 0));
    return element(
        "ul",
        { class: "trace-percentiles" },
        percentile(t("Age of {0} threads", threads.length), each.map(({ age }) => age)),
        percentile(t("Busy"), state("running")),
        percentile(t("Could run, and had no carrier"), state("runnable")),
        percentile(t("Idle"), idle),
    );
}

function percentile(what: string, values: number[]): HTMLElement {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (part: number) => millis(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!);
    return element("li", {}, t("{0}: half under {1}, 95 % under {2}, 99 % under {3}.", what, at(0.5), at(0.95), at(0.99)));
}

function left(count: number): HTMLElement | null {
    return count <= 0 ? null : element("p", {}, t("{0} more are not listed; search to narrow it down.", count));
}
