// A schedule that came by link: its code is shown, and nothing is run before somebody asks for it.

import { safe } from "../output/problems";
import { button, element } from "../page/dom";
import { read, type SharedSchedule } from "./link";
import { SPOKEN, t } from "../page/texts";

export interface SharedPlace {
    readonly id: string;
    readonly figure: HTMLElement;
    replay(shared: SharedSchedule): Promise<void>;
}

/** Offers what the address of the page holds at the cell that it is about. */
export async function offerShared(hash: string, places: readonly SharedPlace[]): Promise<void> {
    const shared = await read(hash);
    const place = shared === null ? undefined : places.find((each) => each.id === shared.cell);
    if (shared === null || place === undefined) {
        return;
    }
    const offer = element(
        "section",
        { ...SPOKEN, class: "schedules-shared", "aria-label": t("A schedule by link") },
        element(
            "p",
            {},
            t("The link that you followed holds one schedule, with seed {0}, of this code. Nothing of it has been run, and the cell keeps your own text. It uses what the cells above have declared in your session.", shared.seed),
        ),
        element("pre", { tabindex: "0", role: "group", "aria-label": t("The code of the link") }, element("code", {}, safe(shared.text))),
        element(
            "div",
            { class: "trace-bar" },
            button(
                "quiet",
                () => {
                    offer.remove();
                    void place.replay(shared);
                },
                t("Replay this schedule"),
            ),
            button("quiet", () => offer.remove(), t("Not now")),
        ),
    );
    place.figure.append(offer);
    offer.scrollIntoView({ block: "center" });
}
