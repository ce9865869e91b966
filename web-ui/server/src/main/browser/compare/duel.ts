// What is known of one pair of versions: as it is measured, or when it is over.

import type {
    ComparisonEvent,
    ComparisonResult,
    ComparisonVerdict,
    RatioInterval,
    Side,
} from "../messages";
import { t, told } from "../page/texts";

export interface Duel {
    other: number;
    names: Record<Side, string>;
    unit: string;
    /** That of each pair of JVMs. */
    ratios: number[];
    interval: RatioInterval | null;
    /** Every score that counts, by JVM. */
    raw: Record<Side, number[][]>;
    /** Iterations of all JVMs, those that only warm up included. */
    iterations: number;
}

/** What events tell, pair by pair; `names` by the number of a version, from 1. */
export function duelsOf(events: ComparisonEvent[], nameOf: (version: number) => string): Duel[] {
    const duels = new Map<number, Duel>();
    for (const event of events) {
        const duel = duels.get(event.other) ?? empty(event.other, nameOf);
        if (event.type === "started" || duels.has(event.other)) {
            duels.set(event.other, duel);
        }
        take(duel, event);
    }
    return [...duels.values()];
}

export function duelOf(verdict: ComparisonVerdict & { other: number }): Duel {
    return {
        other: verdict.other,
        names: { left: verdict.left.name, right: told(verdict.right.name) },
        unit: verdict.unit,
        ratios: verdict.ratios,
        interval: verdict.forks > 0 ? verdict : null,
        raw: { left: verdict.left.raw, right: verdict.right.raw },
        iterations: 0,
    };
}

export function isVerdict(
    result: ComparisonResult,
): result is ComparisonVerdict & { other: number } {
    return result.type === "verdict";
}

function empty(other: number, nameOf: (version: number) => string): Duel {
    const first = nameOf(1);
    return {
        other,
        names: { left: first, right: other === 1 ? t("{0} again", first) : nameOf(other) },
        unit: "",
        ratios: [],
        interval: null,
        raw: { left: [], right: [] },
        iterations: 0,
    };
}

function take(duel: Duel, event: ComparisonEvent): void {
    if (event.type === "iteration") {
        duel.unit = event.unit;
        duel.iterations++;
        if (!event.warmup) {
            (duel.raw[event.side][event.fork - 1] ??= []).push(event.score);
        }
    } else if (event.type === "estimate") {
        duel.ratios.push(event.pair);
        duel.interval = event;
    }
}
