// Every iteration that counts, a strip for each version.

import type { Side } from "../messages";
import { safe } from "../output/problems";
import { t } from "../page/texts";
import type { Duel } from "./duel";
import { LogAxis } from "./log-axis";
import { median, score } from "./numbers";
import { dot, label, line, text, type Drawing, type Point } from "./svg";

const EDGE = 14;
const ROW = 34;
const TOP = 12;
const SIDES: Side[] = ["left", "right"];

export function strips(duel: Duel, width: number): Drawing {
    const all = SIDES.flatMap((side) => duel.raw[side].flat());
    const bottom = TOP + 2 * ROW;
    if (all.length === 0) {
        return { parts: [], height: bottom + 24, points: [] };
    }
    const axis = new LogAxis([...all, Math.min(...all) / 1.1, Math.max(...all) * 1.1], EDGE, width - EDGE);
    const points: Point[] = [];
    const parts = axis.ticks().flatMap((tick) => [
        line(axis.at(tick), TOP - 6, axis.at(tick), bottom, "grid"),
        label(axis.at(tick), bottom + 16, score(tick, duel.unit), width),
    ]);
    SIDES.forEach((side, index) => {
        const top = TOP + index * ROW;
        const values = duel.raw[side].flatMap((fork, pair) => (fork ?? []).map((value) => ({ value, pair })));
        const dots = values.map(({ value, pair }, place) => ({
            x: axis.at(value),
            y: top + 15 + (place % 4) * 3 - 4,
            words: t("{0}, pair {1}: {2}", safe(duel.names[side]), pair + 1, score(value, duel.unit)),
        }));
        parts.push(text(EDGE, top + 4, safe(duel.names[side]), `name ${side}`));
        parts.push(...dots.map(({ x, y }) => dot(x, y, 2.2, `raw ${side}`)));
        points.push(...dots);
        if (values.length > 0) {
            const middle = axis.at(median(values.map(({ value }) => value)));
            parts.push(line(middle, top + 8, middle, top + 24, `median ${side}`));
        }
    });
    return { parts, height: bottom + 24, points };
}
