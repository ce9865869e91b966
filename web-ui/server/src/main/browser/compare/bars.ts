// A bar for each version: the mean of its JVMs with its interval, and every JVM as a point. From zero,
// or on a logarithmic axis where the shorter bar would be too short to be seen.

import type { Side } from "../messages";
import { safe } from "../output/problems";
import { t } from "../page/texts";
import type { Duel } from "./duel";
import { intervalOf, type Interval } from "./interval";
import { LogAxis } from "./log-axis";
import { median, score } from "./numbers";
import { dot, label, line, rect, text, whisker, type Drawing, type Point } from "./svg";

const EDGE = 14;
const ROW = 46;
const TOP = 10;
const SIDES: Side[] = ["left", "right"];
/** From this ratio on the axis is logarithmic. */
const FAR_APART = 20;

export function bars(duel: Duel, width: number): Drawing {
    const forks = { left: medians(duel, "left"), right: medians(duel, "right") };
    const all = [...forks.left, ...forks.right];
    const bottom = TOP + 2 * ROW;
    if (all.length === 0) {
        return { parts: [], height: bottom + 40, points: [] };
    }
    const axis = axisOf(all, width);
    const parts = axis.ticks.flatMap((tick) => [
        line(axis.at(tick), TOP, axis.at(tick), bottom, "grid"),
        label(axis.at(tick), bottom + 16, score(tick, duel.unit), width),
    ]);
    const points: Point[] = [];
    SIDES.forEach((side, index) => {
        const top = TOP + index * ROW;
        const mean = intervalOf(forks[side]) ?? { value: forks[side][0] ?? NaN, low: NaN, high: NaN };
        if (forks[side].length === 0) {
            return;
        }
        const name = safe(duel.names[side]);
        parts.push(text(EDGE, top + 10, name, `name ${side}`));
        parts.push(rect(EDGE, top + 16, axis.at(mean.value) - EDGE, 18, `bar ${side}`));
        const dots = forks[side].map((value, fork) => ({
            x: axis.at(value),
            y: top + 19 + (fork % 5) * 3,
            words: t("{0}, JVM {1}: {2}", name, fork + 1, score(value, duel.unit)),
        }));
        parts.push(...dots.map(({ x, y }) => dot(x, y, 2.5, "pair")));
        if (Number.isFinite(mean.low)) {
            parts.push(...whisker(axis.at(mean.low), axis.at(mean.high), top + 38, "interval"));
            dots.push({ x: axis.at(mean.value), y: top + 38, words: barWords(name, mean, duel.unit) });
        }
        points.push(...dots);
    });
    const note = t(axis.logarithmic ? "Means of the JVMs with 99 % intervals, logarithmic axis" : "Means of the JVMs with 99 % intervals, from zero");
    parts.push(text(EDGE, bottom + 34, note, "note"));
    return { parts, height: bottom + 42, points };
}

export function barsTitle(duel: Duel): string {
    const timed = duel.unit === "ns/op";
    return t(timed ? "Time of a call; shorter is better" : "Calls in a second; longer is better");
}

export function barsWords(duel: Duel): string {
    return SIDES.map((side) => {
        const mean = intervalOf(medians(duel, side));
        return mean === null ? t("{0}: too few JVMs.", safe(duel.names[side])) : t("{0}.", barWords(safe(duel.names[side]), mean, duel.unit));
    }).join(" ");
}

function barWords(name: string, { value, low, high }: Interval, unit: string): string {
    return t("{0}: {1} on average ({2} to {3})", name, score(value, unit), score(low, unit), score(high, unit));
}

function medians(duel: Duel, side: Side): number[] {
    return duel.raw[side].filter((fork) => fork !== undefined && fork.length > 0).map(median);
}

function axisOf(all: number[], width: number) {
    const low = Math.min(...all);
    const high = Math.max(...all) * 1.08;
    const logarithmic = high / low > FAR_APART;
    if (logarithmic) {
        const axis = new LogAxis([low / 2, high * 1.5], EDGE, width - EDGE);
        return { logarithmic, at: (value: number) => axis.at(value), ticks: axis.ticks() };
    }
    const at = (value: number) => EDGE + Math.min(1, Math.max(0, value / high)) * (width - 2 * EDGE);
    return { logarithmic, at, ticks: evenTicks(high, width < 480 ? 3 : 5) };
}

function evenTicks(high: number, most: number): number[] {
    const rough = high / most;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10);
    const ticks: number[] = [];
    for (let tick = 0; tick < high; tick += step) {
        ticks.push(Number(tick.toPrecision(6)));
    }
    return ticks;
}
