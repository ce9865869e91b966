// Threads that a finished cell left running, and a way to end them.

import { button, element } from "../page/dom";
import type { LiveThread } from "../messages";
import { safe } from "./problems";
import { t } from "../page/texts";

export function leftovers(count: number, threads: LiveThread[], end: () => void): HTMLElement {
    const words = count === 1 ? t("1 thread is still running") : t("{0} threads are still running", count);
    const list = element("ul");
    for (const thread of threads) {
        list.append(element("li", {}, describe(thread)));
    }
    if (count > threads.length) {
        list.append(element("li", {}, t("and {0} more", count - threads.length)));
    }
    return element(
        "div",
        { class: "leftovers" },
        element("details", {}, element("summary", {}, words), list),
        button("quiet", end, count === 1 ? t("End it") : t("End them")),
    );
}

function describe(thread: LiveThread): string {
    const kind = thread.virtual ? t("virtual thread") : t("platform thread");
    const name = thread.name === "" ? t("unnamed") : `“${safe(thread.name)}”`;
    const at = thread.at === null ? "" : t(" at {0}", safe(thread.at));
    return `${kind} ${name}, ${thread.state.toLowerCase().replace("_", " ")}${at}`;
}
