// Who started whom: threads under the thread that started them, by executor and scope.

import { element } from "../page/dom";
import { millis, type TracedThread, type TraceModel } from "./model";

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
                : [element("li", {}, `${group}, ${members.length} ${members.length === 1 ? "thread" : "threads"}`, element("ul", {}, ...listed(members, node)))],
        );
        return element("ul", {}, ...items);
    };
    return element(
        "div",
        { class: "trace-words trace-tree", tabindex: "0", role: "group", "aria-label": "Who started whom" },
        below(children.get(0) ?? []),
    );
}

function listed(threads: TracedThread[], node: (thread: TracedThread) => HTMLElement): HTMLElement[] {
    const items = threads.slice(0, MOST_CHILDREN).map(node);
    if (threads.length > MOST_CHILDREN) {
        items.push(element("li", {}, `and ${threads.length - MOST_CHILDREN} more; search to narrow it down`));
    }
    return items;
}

function said(model: TraceModel, thread: TracedThread): string {
    const line = thread.line > 0 ? `, started in line ${thread.line}` : "";
    const spans = model.spansOf(thread.id);
    const first = spans[0];
    const last = spans.at(-1);
    if (first === undefined || last === undefined) {
        return `${thread.name}${line}`;
    }
    const time = `from ${millis(first.from)} to ${millis(last.to)}`;
    const end = last.open ? `, still ${last.state} at the end` : model.end === null ? "" : ", ended";
    return `${thread.name}: ${time}${line}${end}`;
}
