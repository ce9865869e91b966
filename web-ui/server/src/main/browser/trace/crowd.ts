// How many of many threads are in which state, for each pixel of a picture.

import { inView, type Span, STATES } from "./model";

/** For each of the states, in their order, how many threads are in it at each of so many pixels. */
export function countPerPixel(members: Span[][], from: number, to: number, pixels: number): Float32Array[] {
    const counts = STATES.map(() => new Float32Array(pixels + 1));
    const rows = new Map(STATES.map((state, i) => [state, counts[i]!]));
    const scale = pixels / (to - from);
    for (const spans of members) {
        for (const span of inView(spans, from, to)) {
            const begin = Math.max(0, Math.floor((span.from - from) * scale));
            const end = Math.min(pixels - 1, Math.floor((span.to - from) * scale));
            const row = rows.get(span.state)!;
            row[begin]! += 1;
            row[end + 1]! -= 1;
        }
    }
    // What was counted are beginnings and ends: how many there are is their sum so far.
    for (const row of counts) {
        for (let x = 1; x < pixels; x++) {
            row[x]! += row[x - 1]!;
        }
    }
    return counts;
}
