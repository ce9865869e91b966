// What the newer parts of the timeline say, in one place.

import { millis } from "./model";

const count = (n: number, one: string, many: string) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export const texts = {
    waits: {
        tab: "Waits",
        region: "Who waits for whom",
        summary: (at: number, waits: number, circles: number) =>
            `At ${millis(at)}: ${waits === 0 ? "nobody waits for another thread" : `${count(waits, "thread waits", "threads wait")}`}` +
            `${circles === 0 ? "" : `, ${count(circles, "deadlock", "deadlocks")}`}.`,
        picture: (summary: string) => `${summary} The list below says the same.`,
        deadlock: (names: string[]) => `Deadlock: ${[...names, names[0]].join(" → ")}`,
        wait: (thread: string, what: string, owner: string | null, line: number) =>
            `${thread} waits${what === "" ? "" : ` for ${what}`}${owner === null ? "" : `, which ${owner} has`}${line > 0 ? ` (line ${line})` : ""}`,
        end: (thread: string, of: string, line: number) =>
            `${thread} waits for the end of ${of}${line > 0 ? ` (line ${line})` : ""}`,
        something: "something unknown",
        nobody: "nobody known",
        waiting: "waits",
        what: "for",
        has: "which has",
        more: (n: number) => `and ${n.toLocaleString("en")} more`,
        earlier: "Move to another moment with the buttons and the slider below, or by a click into the lanes.",
    },
    scopes: {
        picture: (groups: number, forks: number) =>
            `${count(groups, "scope or executor", "scopes and executors")} with ${count(forks, "edge to its work", "edges to their work")}. The list below has every edge.`,
        owner: (thread: string, waited: number) => `of ${thread}${waited > 0 ? `, waited ${millis(waited)}` : ""}`,
        fork: (thread: string, id: number, line: number, at: string) =>
            `${thread} gives out #${id}${line > 0 ? ` in line ${line}` : ""} at ${at}`,
        uses: (id: number, group: string) => `#${id} uses ${group}`,
        joined: (id: number, at: string) => `#${id} comes back with a result at ${at}`,
        failed: (id: number, failure: string, at: string) => `#${id} comes back failed${failure === "" ? "" : ` with ${failure}`} at ${at}`,
        cancelled: (id: number, because: string | null, at: string) =>
            `#${id} is cancelled${because === null ? "" : ` because ${because}`}${at === "" ? "" : ` at ${at}`}`,
        because: (cause: number, id: number) => `because of #${cause}, #${id} ends`,
        more: (n: number) => `${n.toLocaleString("en")} more tasks are not drawn; the list of tasks has them.`,
    },
    link: {
        button: "Link to this view",
        copied: "Copied.",
        byHand: "Copy it from here:",
        gone: "The timeline of the link is not kept any more: only that of the last run is, and not for ever.",
    },
    unseen: {
        pools: "Tasks of a ForkJoinPool are not told one by one: forks of a RecursiveTask and the parts of a parallel stream show only as the time of the workers that ran them.",
    },
    moment: "Moment of the run",
};
