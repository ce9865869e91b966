// What threads printed and which statements of the cell they came to, each at a moment.

import { safe } from "../output/problems";
import { t } from "../page/texts";

/** As it comes; the time in milliseconds. */
export interface TracedMark {
    thread: number;
    kind: "OUTPUT" | "ERROR" | "STATEMENT";
    at: number;
    text: string;
    line: number;
}

/** A mark with its moment in microseconds, named as in a span so that both can be sought alike. */
export interface Mark {
    thread: number;
    kind: TracedMark["kind"];
    from: number;
    text: string;
    line: number;
}

export class Marks {
    readonly all: Mark[] = [];
    private readonly byThread = new Map<number, Mark[]>();

    add(marks: TracedMark[]): void {
        for (const { at, ...mark } of marks) {
            const placed = { ...mark, from: Math.round(at * 1000) };
            this.all.push(placed);
            const list = this.byThread.get(mark.thread);
            if (list === undefined) {
                this.byThread.set(mark.thread, [placed]);
            } else {
                list.push(placed);
            }
        }
    }

    /** Those of a thread, in order. */
    of(thread: number): Mark[] {
        return this.byThread.get(thread) ?? [];
    }
}

/** A mark in words. */
export function markWords(mark: Mark): string {
    const line = mark.line > 0 ? t(", line {0}", mark.line) : "";
    switch (mark.kind) {
        case "OUTPUT":
            return t("prints “{0}”{1}", safe(mark.text), line);
        case "ERROR":
            return t("prints the error “{0}”{1}", safe(mark.text), line);
        case "STATEMENT":
            return t("comes to line {0} of the cell", mark.line);
    }
}

/**
 * Draws marks at the top of a row, where no span that waits reaches: a triangle for what is
 * printed, a square for an error, a stroke for a statement. One is drawn for each place.
 */
export function paintMarks(
    context: CanvasRenderingContext2D,
    marks: Mark[],
    y: number,
    place: (at: number) => number,
    colours: { ink: string; ground: string; error: string },
): void {
    const drawn = new Set<string>();
    for (const mark of marks) {
        const x = Math.round(place(mark.from));
        const where = `${mark.kind}${x}`;
        if (drawn.has(where)) {
            continue;
        }
        drawn.add(where);
        context.fillStyle = mark.kind === "ERROR" ? colours.error : colours.ink;
        context.strokeStyle = colours.ground;
        context.beginPath();
        if (mark.kind === "OUTPUT") {
            context.moveTo(x - 5, y + 1);
            context.lineTo(x + 5, y + 1);
            context.lineTo(x, y + 9);
            context.closePath();
        } else if (mark.kind === "ERROR") {
            context.rect(x - 4, y + 1, 8, 8);
        } else {
            context.rect(x - 1, y, 2, 11);
        }
        context.stroke();
        context.fill();
    }
}
