// Who started whom: threads under the thread that started them, by executor and scope.

import { element } from "../page/dom";
import type { TracedThread } from "./answer";
import { millis, stateName, type TraceModel } from "./model";
import { t } from "../page/texts";

const MOST_CHILDREN = 200;
const ROOT = "<root>";

export function tree(model: TraceModel, search: string): HTMLElement {
    const wanted = search.toLowerCase();
    const children = new Map<number, TracedThread[]>();
    for (const thread of model.threads.values()) {
        const parent = model.threads.has(thread.parent) && thread.parent !== thread.id ? thread.parent : 0;
        const known = children.get(parent);
        known === undefined ? children.set(parent, [thread]) : known.push(thread);
    }
    const matches = (thread: TracedThread): boolean =>
        thread.name.toLowerCase().includes(wanted) || (children.get(thread.id) ?? []).some(matches);
    const node = (thread: TracedThread): HTMLElement =>
        element("li", {}, said(model, thread), below(children.get(thread.id) ?? []));
    const below = (threads: TracedThread[]): HTMLElement | null => {
        const shown = threads.filter(matches);
        if (shown.length === 0) {
            return null;
        }
        const groups = new Map<string, TracedThread[]>();
        for (const thread of shown) {
            const group = thread.group ?? ROOT;
            const known = groups.get(group);
            known === undefined ? groups.set(group, [thread]) : known.push(thread);
        }
        const items = [...groups].flatMap(([group, members]) =>
            group === ROOT
                ? listed(members, node)
                : [element("li", {}, t(members.length === 1 ? "{0}, 1 thread" : "{0}, {1} threads", group, members.length), element("ul", {}, ...listed(members, node)))],
        );
        return element("ul", {}, ...items);
    };
    return element(
        "div",
        { class: "trace-words trace-tree", tabindex: "0", role: "group", "aria-label": t("Who started whom") },
        below(children.get(0) ?? []),
    );
}

function listed(threads: TracedThread[], node: (thread: TracedThread) => HTMLElement): HTMLElement[] {
    const items = threads.slice(0, MOST_CHILDREN).map(node);
    if (threads.length > MOST_CHILDREN) {
        items.push(element("li", {}, t("and {0} more; search to narrow it down", threads.length - MOST_CHILDREN)));
    }
    return items;
}

function said(model: TraceModel, thread: TracedThread): string {
    const line = thread.line > 0 ? t(", started in line {0}", thread.line) : "";
    const spans = model.spansOf(thread.id);
    const first = spans[0];
    const last = spans.at(-1);
    if (first === undefined || last === undefined) {
        return `${thread.name}${line}`;
    }
    const time = t("from {0} to {1}", millis(first.from), millis(last.to));
    const end = last.open ? t(", still {0} at the end", stateName(last.state)) : model.end === null ? "" : t(", ended");
    return `${thread.name}: ${time}${line}${end}`;
}
