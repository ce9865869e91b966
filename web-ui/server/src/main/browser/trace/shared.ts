// A timeline that came by link: at its cell, or, where another learner added that cell, on its own.

import { isOwn } from "../cell/own-figure";
import type { Api } from "../lesson/api";
import { notice } from "../lesson/notices";
import { element } from "../page/dom";
import { t } from "../page/texts";
import { portions, read, type SharedView } from "./link";
import { TracePanel } from "./panel";

/** Counts that are beyond all timelines: asks only which run is kept. */
const ALL_KNOWN = 999_999_999;

export interface TimelinePlace {
    readonly id: string;
    readonly figure: HTMLElement;
    openTimeline(shared: SharedView): Promise<void>;
}

/** Opens the timeline that the address of the page is about; nothing is run for it. */
export async function openShared(
    hash: string,
    places: readonly TimelinePlace[],
    api: Api,
    failed: (error: unknown) => void,
): Promise<void> {
    const shared = read(hash);
    if (shared === null) {
        return;
    }
    const place = places.find((each) => each.id === shared.cell);
    if (place !== undefined && (!isOwn(shared.cell) || (await isMine(shared, api)))) {
        await place.openTimeline(shared);
        place.figure.scrollIntoView();
    } else if (shared.learner !== "") {
        openAlone(shared, api, failed);
    } else {
        notice("failed", t("The cell whose timeline the link shows is not in this lesson any more."));
    }
}

/** Who teaches may have added a cell of the same name, which is another one. */
async function isMine(shared: SharedView, api: Api): Promise<boolean> {
    if (shared.learner === "") {
        return true;
    }
    try {
        return (await api.trace(shared.cell, ALL_KNOWN, ALL_KNOWN, ALL_KNOWN, ALL_KNOWN)).run === shared.run;
    } catch {
        return false;
    }
}

/** The cell is a learner's own; this page does not have it. */
function openAlone(shared: SharedView, api: Api, failed: (error: unknown) => void): void {
    const panel = new TracePanel(
        t("a cell that the learner added"),
        shared.cell,
        { portion: portions(api, shared.cell, shared), failed, busy: () => false },
        shared,
    );
    panel.element.prepend(
        element("p", {}, t("This is the timeline of a cell that the learner added to the lesson. The cell itself is not in your page.")),
    );
    document.querySelector("article")?.append(panel.element);
    panel.element.scrollIntoView();
}
