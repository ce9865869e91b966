// How many of the calls are over within which time, where single calls were timed: the empirical
// distribution function, on a logarithmic axis of time.

import type { ComparisonVerdict, Side } from "../messages";
import { safe } from "../output/problems";
import { t } from "../page/texts";
import { LogAxis } from "./log-axis";
import { percent, time } from "./numbers";
import { dot, label, line, path, text, type Drawing, type Point } from "./svg";

const LEFT = 44;
const RIGHT = 14;
const TOP = 44;
const HEIGHT = 170;
const SIDES: Side[] = ["left", "right"];
const SHARES = [0, 25, 50, 75, 90, 100];

export function hasLatency(verdict: ComparisonVerdict): boolean {
    return SIDES.every((side) => Object.keys(verdict[side].percentiles ?? {}).length > 2);
}

export function latency(verdict: ComparisonVerdict, width: number): Drawing {
    const curves = SIDES.map((side) => ranks(verdict, side));
    const all = curves.flat().map(([, nanos]) => nanos);
    const axis = new LogAxis([Math.min(...all), Math.max(...all)], LEFT, width - RIGHT);
    const bottom = TOP + HEIGHT;
    const y = (rank: number) => bottom - (rank / 100) * HEIGHT;
    const parts = [
        ...axis.ticks().flatMap((tick) => [
            line(axis.at(tick), TOP, axis.at(tick), bottom, "grid"),
            label(axis.at(tick), bottom + 16, time(tick), width),
        ]),
        ...SHARES.flatMap((share) => [
            line(LEFT, y(share), width - RIGHT, y(share), "grid"),
            text(LEFT - 6, y(share) + 4, percent(share / 100), "label end"),
        ]),
    ];
    const points: Point[] = [];
    SIDES.forEach((side, index) => {
        const curve = curves[index]!.map(([rank, nanos]) => ({ rank, nanos, x: axis.at(nanos), y: y(rank) }));
        const steps = curve.flatMap((each, place): [number, number][] =>
            place === 0 ? [[each.x, bottom], [each.x, each.y]] : [[each.x, curve[place - 1]!.y], [each.x, each.y]],
        );
        const name = safe(verdict[side].name);
        parts.push(path(steps, `curve ${side}`));
        parts.push(...curve.map((each) => dot(each.x, each.y, 2.5, `mark ${side}`)));
        parts.push(text(LEFT, 14 + index * 16, `${index === 0 ? "—" : "- -"} ${name}`, `name ${side}`));
        points.push(...curve.map((each) => ({ x: each.x, y: each.y, words: t("{0}: {1} % of calls within {2}", name, each.rank, time(each.nanos)) })));
    });
    return { parts, height: bottom + 28, points };
}

export function latencyWords(verdict: ComparisonVerdict): string {
    return SIDES.map((side) => {
        const known = verdict[side].percentiles ?? {};
        return t("{0}: half of the calls within {1}, 99 % within {2}.", safe(verdict[side].name), time(known["50.0"] ?? NaN), time(known["99.0"] ?? NaN));
    }).join(" ");
}

function ranks(verdict: ComparisonVerdict, side: Side): [number, number][] {
    return Object.entries(verdict[side].percentiles ?? {})
        .map(([rank, nanos]): [number, number] => [Number(rank), Math.max(1, nanos)])
        .sort(([one], [other]) => one - other);
}
