// Where the lessons explain what a lint of a comparison warns of.

import { element } from "../page/dom";
import { t } from "../page/texts";

/** A link to the lesson; null for a rule that none explains, and in older results. */
export function lessonLink(place: string | null | undefined): HTMLElement | null {
    return place === null || place === undefined ? null : element("a", { href: `/lessons/${place}` }, t("Read more"));
}
