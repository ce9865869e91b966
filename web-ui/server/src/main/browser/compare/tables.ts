// What a picture of a comparison shows, in numbers; and what is beside it.

import type { ComparisonVerdict, VersionFigures } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";
import { t } from "../page/texts";
import type { Duel } from "./duel";
import { bytes, median, percent, score, time, times } from "./numbers";

/** The percentiles that people ask for. */
const TOLD = [50, 90, 95, 99, 99.9, 100];

/** The text twin of the picture. */
export function pairsTable(duel: Duel): HTMLElement {
    const rows = duel.ratios.map((ratio, index) =>
        row(
            String(index + 1),
            score(median(duel.raw.left[index] ?? [NaN]), duel.unit),
            score(median(duel.raw.right[index] ?? [NaN]), duel.unit),
            times(ratio),
        ),
    );
    return table([t("Pair of JVMs"), safe(duel.names.left), safe(duel.names.right), t("Times as fast")], rows);
}

/** More than one number. */
export function figuresTable(verdict: ComparisonVerdict): HTMLElement {
    const { left, right } = verdict;
    const both = (words: string, value: (side: VersionFigures) => string) => row(words, value(left), value(right));
    const ranks = Object.keys(left.percentiles ?? {})
        .filter((rank) => TOLD.includes(Number(rank)))
        .sort((a, b) => Number(a) - Number(b));
    const known = (nanos: number) => (nanos > 0 ? time(nanos) : t("not known"));
    return table(
        [t("Median over all JVMs"), safe(left.name), safe(right.name)],
        [
            both(verdict.unit === "ns/op" ? t("Time of a call") : t("Calls in a second"), (side) => score(side.score, verdict.unit)),
            ...ranks.map((rank) => both(t("{0} % of calls within", Number(rank)), (side) => time(side.percentiles?.[rank] ?? NaN))),
            both(t("Processor time of a call"), (side) => known(side.cpuNanosPerCall)),
            both(t("Memory allocated by a call"), (side) => bytes(side.allocatedBytesPerCall)),
            both(t("Most platform threads"), (side) => String(side.threads)),
            both(t("JMH’s own error bars (99.9 %)"), (side) => `± ${score(side.error, verdict.unit)}`),
        ],
    );
}

/** The machine, without which figures mean nothing. */
export function hostWords({ host, forks, seconds, confidence }: ComparisonVerdict): string {
    const measured = t("{0} pairs of JVMs in {1} s; the interval holds what is true in {2} of comparisons. ", forks, seconds.toFixed(0), percent(confidence));
    const rights = host.weighted ? "" : t(" They had as much right to them as the versions.");
    return `${measured}${machineWords(host)}${rights}`;
}

export function machineWords(host: ComparisonVerdict["host"]): string {
    const { jdk, os, processors, load, others } = host;
    return t("JDK {0}, {1}, {2} processors, load {3}; other programs used {4} of the processors.", jdk, os, processors, load.toFixed(1), percent(others));
}

export function table(heads: string[], rows: HTMLElement[]): HTMLElement {
    const head = heads.map((words) => element("th", { scope: "col" }, words));
    return element(
        "div",
        { class: "compare-table", tabindex: "0", role: "group", "aria-label": heads[0]! },
        element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)),
    );
}

export function row(head: string, ...cells: string[]): HTMLElement {
    return element(
        "tr",
        {},
        element("th", { scope: "row" }, head),
        ...cells.map((cell) => element("td", {}, cell)),
    );
}
