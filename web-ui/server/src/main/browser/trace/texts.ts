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
    moment: "Moment of the run",
};
