// What a picture of a comparison shows, in numbers; and what is beside it.

import type { ComparisonVerdict, Mean, VersionFigures, VersionMeans } from "../messages";
import { safe } from "../output/problems";
import { element } from "../page/dom";
import { t } from "../page/texts";
import type { Duel } from "./duel";
import { bytes, median, percent, plain, score, time, times } from "./numbers";

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

/** More than one number, each with its interval. */
export function figuresTable(verdict: ComparisonVerdict): HTMLElement {
    const { left, right, unit } = verdict;
    const both = (words: string, cell: (side: VersionFigures) => Cell) => row(words, cell(left), cell(right));
    const number = (words: string, mean: (means: VersionMeans) => Mean | null, old: (side: VersionFigures) => string, show: (value: number) => string) =>
        both(words, (side) => (side.means === undefined ? old(side) : meanCell(mean(side.means), show)));
    const ranks = Object.keys(left.percentiles ?? {})
        .filter((rank) => TOLD.includes(Number(rank)))
        .sort((a, b) => Number(a) - Number(b));
    const known = (nanos: number) => (nanos > 0 ? time(nanos) : t("not known"));
    return table(
        [left.means === undefined ? t("Median over all JVMs") : t("Mean over the JVMs, with its interval at 99 %"), safe(left.name), safe(right.name)],
        [
            number(unit === "ns/op" ? t("Time of a call") : t("Calls in a second"), (means) => means.score, (side) => score(side.score, unit), (value) => score(value, unit)),
            ...ranks.map((rank) =>
                number(t("{0} % of calls within", Number(rank)), (means) => means.percentiles?.[rank] ?? null, (side) => time(side.percentiles?.[rank] ?? NaN), time),
            ),
            number(t("Processor time of a call"), (means) => means.cpuNanosPerCall, (side) => known(side.cpuNanosPerCall), time),
            number(t("Memory allocated by a call"), (means) => means.allocatedBytesPerCall, (side) => bytes(side.allocatedBytesPerCall), bytes),
            number(t("Most platform threads"), (means) => means.threads, (side) => String(side.threads), plain),
            number(t("Memory that a task holds in flight"), (means) => means.memoryPerTask, () => t("not known"), bytes),
            both(t("JMH’s own error bars (99.9 %)"), (side) => `± ${score(side.error, unit)}`),
        ],
    );
}

/** A mean with its interval, as far as there is one. */
export function meanCell(mean: Mean | null, show: (value: number) => string): Cell {
    if (mean === null) {
        return t("not known");
    }
    const { value, low, high } = mean;
    const range = high === null ? t("one JVM") : t("{0} to {1}", show(low), show(high));
    return [show(value), element("span", { class: "compare-range" }, ` ${range}`)];
}

/** The machine, without which figures mean nothing. */
export function hostWords({ host, forks, seconds, confidence }: ComparisonVerdict): string {
    const measured = t("{0} pairs of JVMs in {1} s; the interval holds what is true in {2} of comparisons. ", forks, seconds.toFixed(0), percent(confidence));
    const rights = host.weighted ? "" : t(" They had as much right to them as the versions.");
    return `${measured}${machineWords(host)}${rights}`;
}

export function machineWords(host: ComparisonVerdict["host"]): string {
    const { jdk, os, processors, load, others, steal } = host;
    const machine = t("JDK {0}, {1}, {2} processors, load {3}; other programs used {4} of the processors.", jdk, os, processors, load.toFixed(1), percent(others));
    return steal === undefined ? machine : `${machine}${t(" Steal, which the host of a virtual machine takes: {0}.", percent(steal))}`;
}

export function table(heads: string[], rows: HTMLElement[]): HTMLElement {
    const head = heads.map((words) => element("th", { scope: "col" }, words));
    return element(
        "div",
        { class: "compare-table", tabindex: "0", role: "group", "aria-label": heads[0]! },
        element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)),
    );
}

type Cell = string | (string | HTMLElement)[];

export function row(head: string, ...cells: Cell[]): HTMLElement {
    return element(
        "tr",
        {},
        element("th", { scope: "row" }, head),
        ...cells.map((cell) => element("td", {}, ...(typeof cell === "string" ? [cell] : cell))),
    );
}
