// How many times as fast, with every pair of JVMs and the interval.

import { safe } from "../output/problems";
import { t } from "../page/texts";
import type { Duel } from "./duel";
import { LogAxis } from "./log-axis";
import { times } from "./numbers";
import { dot, label, line, rect, whisker, type Drawing } from "./svg";

const EDGE = 14;
const TOP = 6;
const HEIGHT = 52;
/** The smallest difference that is ever claimed. */
const MARGIN = 1.03;

export function ratioPicture(told: Duel, width: number): Drawing {
    const { duel } = inFavour(told);
    const { interval } = duel;
    const ends = interval === null ? [] : [interval.low, interval.high ?? 0].filter((end) => end > 1e-3 && end < 1e3);
    const axis = new LogAxis([1 / 1.6, 1.6, ...duel.ratios, ...ends], EDGE, width - EDGE);
    const bottom = TOP + HEIGHT;
    const middle = TOP + 16;
    const parts = [
        rect(axis.at(1 / MARGIN), TOP, axis.at(MARGIN) - axis.at(1 / MARGIN), HEIGHT, "margin"),
        line(axis.at(1), TOP, axis.at(1), bottom, "equal"),
        ...axis.ticks().flatMap((tick) => [
            line(axis.at(tick), bottom, axis.at(tick), bottom + 4, "tick"),
            label(axis.at(tick), bottom + 18, tick === 1 ? t("1, equal") : String(tick), width),
        ]),
    ];
    const points = duel.ratios.map((ratio, index) => ({
        x: axis.at(ratio),
        y: middle + (index % 3) * 6 - 6,
        words: t("Pair {0}: {1} times as fast", index + 1, times(ratio)),
    }));
    parts.push(...points.map(({ x, y }) => dot(x, y, 3.5, "pair")));
    if (interval !== null && duel.ratios.length > 1) {
        const at = bottom - 12;
        parts.push(
            ...whisker(axis.at(Math.max(interval.low, 1e-9)), axis.at(interval.high ?? 1e9), at, "interval"),
            dot(axis.at(interval.ratio), at, 5, "estimate"),
        );
        points.push({ x: axis.at(interval.ratio), y: at, words: words(told) });
    }
    return { parts, height: bottom + 30, points };
}

/** What is to be seen, in a sentence. */
export function words(told: Duel): string {
    const { faster, slower, duel } = inFavour(told);
    const { interval } = duel;
    if (interval === null) {
        return t("{0} and {1}: no pair of JVMs is measured yet.", faster, slower);
    }
    const range = interval.high === null ? "" : t(" ({0} to {1})", times(interval.low), times(interval.high));
    return t("{0} is {1} times as fast as {2}{3}, by {4} pairs of JVMs.", faster, times(interval.ratio), slower, range, duel.ratios.length);
}

export function ratioTitle(told: Duel): string {
    const { faster, slower } = inFavour(told);
    return safe(t("{0} : {1}, how many times as fast", faster, slower));
}

/** The ratios of the faster version to the slower one, as a claim is worded. */
function inFavour(duel: Duel): { faster: string; slower: string; duel: Duel } {
    const { names, interval } = duel;
    if (interval === null || interval.ratio >= 1) {
        return { faster: names.left, slower: names.right, duel };
    }
    const inverse = {
        ratio: 1 / interval.ratio,
        low: interval.high === null ? 0 : 1 / interval.high,
        high: interval.low > 0 ? 1 / interval.low : null,
    };
    const ratios = duel.ratios.map((ratio) => 1 / ratio);
    return { faster: names.right, slower: names.left, duel: { ...duel, ratios, interval: inverse } };
}
