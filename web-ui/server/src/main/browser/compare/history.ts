// What was measured on this machine, an interval for each measurement, in the order of time.

import type { ComparisonRun, RatioInterval } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";
import { t } from "../page/texts";
import { LogAxis } from "./log-axis";
import { times } from "./numbers";
import { dot, label, line, svg, text, whisker } from "./svg";

const WIDTH = 520;
const NAMES = 170;
const ROW = 24;
const EDGE = 14;
const MOST_LETTERS = 22;

interface Row {
    name: string;
    interval: RatioInterval;
}

/** A picture for each pair of versions that was measured more than once here. */
export function history(runs: ComparisonRun[], nameOf: (version: number) => string): HTMLElement[] {
    const here = runs.filter((run) => run.here && !run.same);
    const others = new Set(here.flatMap((run) => run.brief.map((brief) => brief.other)));
    return [...others].flatMap((other) => {
        const rows = here.flatMap((run) =>
            run.brief.filter((brief) => brief.other === other).map((interval) => ({ name: nameOfRun(run), interval })),
        );
        const title = safe(t("{0} : {1}, how many times as fast, on this machine", nameOf(1), nameOf(other)));
        return rows.length < 2 ? [] : [element("p", { class: "compare-axis" }, title), drawing(rows, title)];
    });
}

function nameOfRun(run: ComparisonRun): string {
    const name = run.name ?? new Date(run.startedAt).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
    const short = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
    return safe(t("{0}, n {1}", short, run.n));
}

function drawing(rows: Row[], title: string): HTMLElement {
    const ends = rows.flatMap(({ interval }) => [interval.ratio, interval.low, interval.high ?? interval.ratio]);
    const axis = new LogAxis([1 / 1.2, 1.2, ...ends.filter((end) => end > 1e-3 && end < 1e3)], NAMES, WIDTH - EDGE);
    const bottom = rows.length * ROW;
    const said = rows.map(({ name, interval }) => t("{0}: {1} ({2} to {3})", name, times(interval.ratio), times(interval.low), interval.high === null ? t("no end") : times(interval.high)));
    const made = svg("svg", {
        viewBox: `0 0 ${WIDTH} ${bottom + 28}`,
        role: "img",
        "aria-label": [title, ...said].map((each) => t("{0}.", each)).join(" "),
    });
    made.append(
        line(axis.at(1), 0, axis.at(1), bottom, "equal"),
        ...axis.ticks().flatMap((tick) => [
            line(axis.at(tick), bottom, axis.at(tick), bottom + 4, "tick"),
            label(axis.at(tick), bottom + 18, String(tick), WIDTH),
        ]),
        ...rows.flatMap(({ name, interval }, index) => {
            const y = index * ROW + ROW / 2;
            return [
                text(0, y + 4, name, "name"),
                ...whisker(axis.at(Math.max(interval.low, 1e-9)), axis.at(interval.high ?? 1e9), y, "interval"),
                dot(axis.at(interval.ratio), y, 4.5, "estimate"),
            ];
        }),
    );
    const place = element("div", { class: "compare-picture compare-history" });
    place.append(made);
    return place;
}
