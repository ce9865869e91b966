// What is known of versions under load: as it is measured, or when it is over.

import type { ComparisonEvent, LoadPoint, Quantity, ValueInterval } from "../messages";

export interface LoadCurve {
    name: string;
    points: ({ n: number; raw: LoadPoint[] } & Record<Quantity, ValueInterval>)[];
}

/** The curves so far, as events tell; null if none does. */
export function curvesSoFar(events: ComparisonEvent[], nameOf: (version: number) => string): LoadCurve[] | null {
    const versions = new Map<number, Map<number, LoadPoint[]>>();
    for (const event of events) {
        if (event.type === "point") {
            const points = versions.get(event.version) ?? new Map<number, LoadPoint[]>();
            points.set(event.n, [...(points.get(event.n) ?? []), event]);
            versions.set(event.version, points);
        }
    }
    if (versions.size === 0) {
        return null;
    }
    return [...versions.entries()]
        .sort(([one], [other]) => one - other)
        .map(([version, points]) => ({
            name: nameOf(version),
            points: [...points.entries()].sort(([one], [other]) => one - other).map(([n, raw]) => ({ n, raw, ...means(raw) })),
        }));
}

function means(raw: LoadPoint[]): Record<Quantity, ValueInterval> {
    const of = (quantity: Quantity) => {
        const logs = raw.map((point) => Math.log(Math.max(point[quantity], 1e-3)));
        const value = Math.exp(logs.reduce((sum, each) => sum + each, 0) / logs.length);
        return { value, low: value, high: null };
    };
    return { throughput: of("throughput"), p50: of("p50"), p95: of("p95"), p99: of("p99") };
}

/** Requests in flight by Little's law: what is answered in a second, times how long it takes. */
export function inFlight(curve: LoadCurve, place: number): number {
    const point = curve.points[place]!;
    return (point.throughput.value * point.p50.value) / 1e9;
}
