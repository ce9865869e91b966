// Numbers of a comparison for people.

import { t } from "../page/texts";

const TIMES: [number, string][] = [
    [1e9, "s"],
    [1e6, "ms"],
    [1e3, "µs"],
    [0, "ns"],
];

/** A score with its unit: nanoseconds in the unit that fits, others as they are. */
export function score(value: number, unit: string): string {
    return unit === "ns/op" ? time(value) : `${digits(value)} ${unit}`;
}

export function time(nanos: number): string {
    if (!(nanos >= 0)) {
        return "–";
    }
    const [size, name] = TIMES.find(([least]) => nanos >= least)!;
    return `${digits(size === 0 ? nanos : nanos / size)} ${name}`;
}

export function bytes(value: number): string {
    return value < 10_000 ? `${digits(value)} B` : `${digits(value / 1000)} kB`;
}

export function plain(value: number): string {
    return digits(value);
}

export function times(ratio: number): string {
    return ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2);
}

export function percent(part: number): string {
    return t("{0} %", (100 * part).toFixed(0));
}

export function median(values: number[]): number {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function digits(value: number): string {
    return value >= 1000
        ? Math.round(value).toLocaleString("en")
        : value.toLocaleString("en", { maximumSignificantDigits: 3 });
}
