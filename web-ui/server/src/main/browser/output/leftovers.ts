// Threads that a finished cell left running, and a way to end them.

import { button, element } from "../page/dom";
import type { LiveThread } from "../messages";
import { safe } from "./problems";

export function leftovers(count: number, threads: LiveThread[], end: () => void): HTMLElement {
    const words = count === 1 ? "1 thread is still running" : `${count} threads are still running`;
    const list = element("ul");
    for (const thread of threads) {
        list.append(element("li", {}, describe(thread)));
    }
    if (count > threads.length) {
        list.append(element("li", {}, `and ${count - threads.length} more`));
    }
    return element(
        "div",
        { class: "leftovers" },
        element("details", {}, element("summary", {}, words), list),
        button("quiet", end, count === 1 ? "End it" : "End them"),
    );
}

function describe(thread: LiveThread): string {
    const kind = thread.virtual ? "virtual thread" : "platform thread";
    const name = thread.name === "" ? "unnamed" : `“${safe(thread.name)}”`;
    const at = thread.at === null ? "" : ` at ${safe(thread.at)}`;
    return `${kind} ${name}, ${thread.state.toLowerCase().replace("_", " ")}${at}`;
}
