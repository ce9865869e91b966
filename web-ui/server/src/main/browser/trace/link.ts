// A view of a timeline as a link: whose run, which one, and what is looked at. The timeline itself
// stays in the server, which gives it to the learner who made it and to who teaches them only.

import type { Api, KnownCounts } from "../lesson/api";
import type { TraceAnswer } from "./answer";
import { element } from "../page/dom";
import { texts } from "./texts";

const PREFIX = "#timeline=";

/** Times are in microseconds; `at` is the chosen moment, or null. */
export interface SharedView {
    cell: string;
    run: string;
    view: string;
    grouping: string;
    from: number;
    to: number;
    at: number | null;
    search: string;
    /** Whose run it is, so that who teaches them finds it, too. */
    learner: string;
}

export function linkTo(shared: SharedView): string {
    const { cell, run, view, grouping, from, to, at, search, learner } = shared;
    const parts = [cell, run, view, grouping, Math.round(from), Math.round(to), at === null ? "" : Math.round(at), encodeURIComponent(search), learner];
    return `${location.origin}${location.pathname}${PREFIX}${parts.join(",")}`;
}

/** What a link holds, or null if it is none of ours. */
export function read(hash: string): SharedView | null {
    const match = /^#timeline=([\w-]{1,100}),([\w-]{1,50}),([a-z]{1,10}),([a-z]{1,10}),(\d{1,15}),(\d{1,15}),(\d{0,15}),([^,]{0,300})(?:,([\w-]{0,100}))?$/.exec(hash);
    if (match === null) {
        return null;
    }
    const [, cell, run, view, grouping, from, to, at, search, learner] = match;
    try {
        return {
            cell: cell!,
            run: run!,
            view: view!,
            grouping: grouping!,
            from: Number(from),
            to: Number(to),
            at: at === "" ? null : Number(at),
            search: decodeURIComponent(search!),
            learner: learner ?? "",
        };
    } catch {
        return null;
    }
}

type Portion = (...known: KnownCounts) => Promise<TraceAnswer>;

/** Where the timeline comes from: one's own, or that of the learner whose link it is. */
export function portions(api: Api, cell: string, shared: SharedView | null): Portion {
    const own: Portion = (...known) => api.trace(cell, ...known);
    if (shared === null || shared.learner === "") {
        return own;
    }
    return (...known) => api.traceOf(shared.learner, cell, ...known);
}

/** Puts a link into the clipboard, and where it can be taken from by hand. */
export async function offer(link: string, place: HTMLElement): Promise<void> {
    const field = element("input", { type: "text", readonly: "", "aria-label": texts.link.button });
    field.value = link;
    let copied: string = texts.link.byHand;
    try {
        await navigator.clipboard.writeText(link);
        copied = texts.link.copied;
    } catch {
        // A page without the right to the clipboard still shows the link.
    }
    place.replaceChildren(copied, " ", field);
    field.select();
}
