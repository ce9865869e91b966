// Where the lessons explain what a lint of a comparison warns of.

import { element } from "../page/dom";
import { t } from "../page/texts";

const MEASURING = "s1-00-course-map-and-method#way-measure";
const PLACES: Record<string, string> = {
    "dead-code": MEASURING,
    "constant-result": MEASURING,
    "constant-input": MEASURING,
    "nothing-measured": MEASURING,
    "measuring-cost": MEASURING,
    "own-loop": MEASURING,
    "own-clock": MEASURING,
    "own-settings": MEASURING,
    "first-param": MEASURING,
    output: MEASURING,
    "setup-inside": MEASURING,
    "unstable-result": "s1-03-races-and-the-memory-model#one-step",
    "shared-state": "s1-03-races-and-the-memory-model#one-step",
    leak: "s2-02-spawn-join-and-handles#who-keeps-the-house-open",
    "thread-count": "s1-08-choosing-sync-or-async#the-share-of-waiting",
    "blocking-in-common-pool": "s1-06-futures-and-promises#the-default-pool",
    "coordinated-omission": "s2-05-sockets-and-http-on-virtual-threads#how-many-at-the-door",
};

/** A link to the lesson; null for a rule that none explains. */
export function lessonOf(rule: string): HTMLElement | null {
    const place = PLACES[rule];
    return place === undefined ? null : element("a", { href: `/lessons/${place}` }, t("Read more"));
}
