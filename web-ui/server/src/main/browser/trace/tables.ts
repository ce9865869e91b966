// The same timeline in words: every span in order, and a table of the threads.

import { element } from "../page/dom";
import { millis, totals, words, type Span, type TraceModel } from "./model";

const MOST_ROWS = 500;

/** Spans in the order in which they began, of threads whose name or doing has this text. */
export function list(model: TraceModel, search: string): HTMLElement {
    const wanted = search.toLowerCase();
    const lines = model.spans
        .map((span) => ({ span, text: `${model.name(span.thread)}: ${words(model, span)}` }))
        .filter(({ text }) => text.toLowerCase().includes(wanted))
        .sort((a, b) => a.span.from - b.span.from);
    const items = lines
        .slice(0, MOST_ROWS)
        .map(({ span, text }) => element("li", {}, element("span", { class: "trace-at" }, millis(span.from)), ` ${text}`));
    return element(
        "div",
        { class: "trace-words", tabindex: "0", role: "group", "aria-label": "Timeline in words" },
        element("ol", {}, ...items),
        more(lines.length),
    );
}

export function table(model: TraceModel, search: string): HTMLElement {
    const wanted = search.toLowerCase();
    const spans = new Map<number, Span[]>();
    for (const span of model.spans) {
        const known = spans.get(span.thread);
        known === undefined ? spans.set(span.thread, [span]) : known.push(span);
    }
    const threads = [...model.threads.values()].filter((thread) => thread.name.toLowerCase().includes(wanted));
    const rows = threads.slice(0, MOST_ROWS).map((thread) => row(model, thread.id, spans.get(thread.id) ?? []));
    const head = ["Thread", "Kind", "State", "Age", "Busy", "Could run", "Idle", "Waits for", "Started in"];
    return element(
        "div",
        { class: "trace-words", tabindex: "0", role: "group", "aria-label": "Threads" },
        percentiles(threads.map((thread) => sum(spans.get(thread.id) ?? []))),
        element(
            "table",
            {},
            element("thead", {}, element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)))),
            element("tbody", {}, ...rows),
        ),
        more(threads.length),
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
        thread.virtual ? "virtual" : "platform",
        last === undefined ? "" : last.open ? last.state : model.end === null ? last.state : "ended",
        millis(age),
        millis(busy),
        millis(could),
        millis(age - busy - could),
        last?.open ? (last.on ?? "") : "",
        thread.line > 0 ? `line ${thread.line}` : "",
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

function percentiles(ages: number[]): HTMLElement | null {
    if (ages.length < 10) {
        return null;
    }
    const sorted = [...ages].sort((a, b) => a - b);
    const at = (part: number) => millis(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!);
    return element("p", {}, `Age of ${ages.length} threads: half under ${at(0.5)}, 95 % under ${at(0.95)}, 99 % under ${at(0.99)}.`);
}

function more(count: number): HTMLElement | null {
    return count <= MOST_ROWS
        ? null
        : element("p", {}, `${count - MOST_ROWS} more are not listed; search to narrow it down.`);
}
