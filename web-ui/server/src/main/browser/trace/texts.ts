// What the newer parts of the timeline say, in one place.

import { count, t } from "../page/texts";
import { millis } from "./model";

export const texts = {
    waits: {
        tab: t("Waits"),
        region: t("Who waits for whom"),
        summary: (at: number, waits: number, circles: number) =>
            t("At {0}: {1}{2}.", millis(at), waiting(waits), deadlocks(circles)),
        picture: (summary: string) => t("{0} The list below says the same.", summary),
        deadlock: (names: string[]) => t("Deadlock: {0}", [...names, names[0]].join(" → ")),
        wait: (thread: string, what: string, owner: string | null, line: number) =>
            t("{0} waits", thread) +
            (what === "" ? "" : t(" for {0}", what)) +
            (owner === null ? "" : t(", which {0} has", owner)) +
            lineOf(line),
        end: (thread: string, of: string, line: number) => t("{0} waits for the end of {1}", thread, of) + lineOf(line),
        something: t("something unknown"),
        more: (n: number) => t("and {0} more", count(n)),
        earlier: t("Move to another moment with the buttons and the slider below, or by a click into the lanes."),
    },
    scopes: {
        picture: (groups: number, forks: number) =>
            t("{0} with {1}. The list below has every edge.", scopes(groups), edges(forks)),
        owner: (thread: string, waited: number) =>
            t("of {0}", thread) + (waited > 0 ? t(", waited {0}", millis(waited)) : ""),
        fork: (thread: string, id: number, line: number, at: string) =>
            line > 0
                ? t("{0} gives out #{1} in line {2} at {3}", thread, id, line, at)
                : t("{0} gives out #{1} at {2}", thread, id, at),
        uses: (id: number, group: string) => t("#{0} uses {1}", id, group),
        joined: (id: number, at: string) => t("#{0} comes back with a result at {1}", id, at),
        failed: (id: number, failure: string, at: string) =>
            failure === ""
                ? t("#{0} comes back failed at {1}", id, at)
                : t("#{0} comes back failed with {1} at {2}", id, failure, at),
        cancelled: (id: number, because: string | null, at: string) =>
            t("#{0} is cancelled", id) + (because === null ? "" : t(" because {0}", because)) + (at === "" ? "" : t(" at {0}", at)),
        because: (cause: number, id: number) => t("because of #{0}, #{1} ends", cause, id),
        more: (n: number) => t("{0} more tasks are not drawn; the list of tasks has them.", count(n)),
    },
    link: {
        button: t("Link to this view"),
        copied: t("Copied."),
        byHand: t("Copy it from here:"),
        gone: t("The timeline of the link is not kept any more: only that of the last run is, and not for ever."),
    },
    unseen: {
        pools: t("Of the tasks of ForkJoinPools, forks of a RecursiveTask and parts of a parallel stream among them, the first 2,000 of a run are told. What computes a part by a plain call, as compute() does, makes no task."),
    },
    play: {
        speed: t("Speed of playing"),
        slower: (factor: number, seconds: number) => {
            if (factor === 0) {
                return t("in {0} s", seconds);
            }
            if (factor === 1) {
                return t("as it was");
            }
            return factor < 1 ? t("{0} × faster", 1 / factor) : t("{0} × slower", count(factor));
        },
    },
    marks: {
        leftOut: (n: number) => t(" {0} further outputs and statements have no mark.", count(n)),
        keys: [["▼", t("output")], ["■", t("error output")], ["|", t("statement of the cell")]] as [string, string][],
    },
    moment: t("Moment of the run"),
};

function waiting(waits: number): string {
    if (waits === 0) {
        return t("nobody waits for another thread");
    }
    return t(waits === 1 ? "1 thread waits" : "{0} threads wait", count(waits));
}

function deadlocks(circles: number): string {
    return circles === 0 ? "" : t(circles === 1 ? ", 1 deadlock" : ", {0} deadlocks", count(circles));
}

function scopes(groups: number): string {
    return t(groups === 1 ? "1 scope or executor" : "{0} scopes and executors", count(groups));
}

function edges(forks: number): string {
    return t(forks === 1 ? "1 edge to its work" : "{0} edges to their work", count(forks));
}

function lineOf(line: number): string {
    return line > 0 ? t(" (line {0})", line) : "";
}
