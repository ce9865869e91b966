// Who waits for whom at a moment: deadlocks as chains that close, other waits by what they are for,
// and the same as a list. Picture and list are made of the same edges.

import { element } from "../page/dom";
import type { TraceModel } from "./model";
import { arrowHeads, box, edge, svg } from "./svg";
import { texts } from "./texts";
import { waitsAt, type Wait } from "./waits";

const BOX = { width: 150, height: 30 };
const THING = 220;
const GAP_X = 44;
const GAP_Y = 8;
const ROOM = 26;

/** More are in the list only. */
const MOST_OF_ONE = 6;
const MOST_THINGS = 24;
const MOST_LISTED = 500;

interface Drawn {
    parts: SVGElement[];
    height: number;
}

export function waitView(model: TraceModel, at: number, search: string): HTMLElement {
    const wanted = search.toLowerCase();
    const { waits, circles } = waitsAt(model, at);
    const shown = waits.filter((wait) => said(model, wait).toLowerCase().includes(wanted));
    const summary = texts.waits.summary(at, waits.length, circles.length);
    const inCircle = new Set(circles.flat());
    return element(
        "div",
        { class: "trace-words", tabindex: "0", role: "group", "aria-label": texts.waits.region },
        element("p", { class: "trace-moment" }, summary),
        shown.length === 0 ? null : picture(model, shown, wanted === "" ? circles : [], summary),
        element(
            "ul",
            { class: "wait-list" },
            ...circles.map((circle) =>
                element("li", { class: "bad" }, texts.waits.deadlock(circle.map((id) => model.name(id)))),
            ),
            ...shown
                .slice(0, MOST_LISTED)
                .map((wait) =>
                    element("li", { class: inCircle.has(wait.thread) ? "bad" : "", "data-wait": String(wait.thread) }, said(model, wait)),
                ),
            shown.length > MOST_LISTED ? element("li", {}, texts.waits.more(shown.length - MOST_LISTED)) : null,
        ),
        element("p", { class: "trace-hint" }, texts.waits.earlier),
    );
}

/** A wait in words. */
export function said(model: TraceModel, wait: Wait): string {
    const thread = model.name(wait.thread);
    if (isJoin(wait)) {
        return texts.waits.end(thread, model.name(wait.owner), wait.line);
    }
    return texts.waits.wait(thread, wait.on ?? "", wait.owner === 0 ? null : model.name(wait.owner), wait.line);
}

function isJoin(wait: Wait): boolean {
    return wait.owner !== 0 && (wait.on ?? "").startsWith("end of ");
}

function picture(model: TraceModel, waits: Wait[], circles: number[][], summary: string): SVGElement {
    const inCircle = new Set(circles.flat());
    const byThread = new Map(waits.map((wait) => [wait.thread, wait]));
    const things = new Map<string, Wait[]>();
    for (const wait of waits.filter((each) => !inCircle.has(each.thread))) {
        const thing = `${wait.on ?? ""} ${wait.owner}`;
        const known = things.get(thing);
        known === undefined ? things.set(thing, [wait]) : known.push(wait);
    }
    const parts: SVGElement[] = [arrowHeads(["wait", "dead"])];
    let y = 1;
    for (const circle of circles) {
        const drawn = chain(model, circle.map((id) => byThread.get(id)!), y);
        parts.push(...drawn.parts);
        y += drawn.height;
    }
    for (const group of [...things.values()].slice(0, MOST_THINGS)) {
        const drawn = queue(model, group, y);
        parts.push(...drawn.parts);
        y += drawn.height;
    }
    const width = 2 * BOX.width + THING + 2 * GAP_X + 2;
    return svg(
        "svg",
        {
            class: "trace-graph",
            width: String(width),
            height: String(y),
            viewBox: `0 0 ${width} ${y}`,
            role: "img",
            "aria-label": texts.waits.picture(summary),
        },
        ...parts,
    );
}

/** Threads below each other, each with what it waits for and the next has; the last goes back up. */
function chain(model: TraceModel, circle: Wait[], top: number): Drawn {
    const parts: SVGElement[] = [];
    const step = BOX.height + ROOM;
    const x = 36;
    circle.forEach((wait, i) => {
        const y = top + i * step;
        const last = i === circle.length - 1;
        const from = y + BOX.height;
        const middle = x + BOX.width / 2;
        const back = `M ${x} ${y + BOX.height / 2} C ${x - 44} ${y}, ${x - 44} ${top + BOX.height}, ${x - 2} ${top + BOX.height / 2}`;
        parts.push(box(x, y, BOX.width, BOX.height, "node dead", [model.name(wait.thread)]));
        parts.push(
            mark(wait, edge(last ? back : `M ${middle} ${from} V ${from + ROOM - 2}`, "dead", said(model, wait))),
            svg("text", { x: String(last ? x + 8 : middle + 8), y: String(from + 17), class: "outcome" }, last ? `↺ ${wait.on ?? ""}` : (wait.on ?? "")),
        );
    });
    return { parts, height: circle.length * step + GAP_Y };
}

/** Those who wait left, what they wait for in the middle, who has it right. */
function queue(model: TraceModel, waits: Wait[], top: number): Drawn {
    const first = waits[0]!;
    const drawn = waits.slice(0, MOST_OF_ONE);
    const rows = drawn.length + (waits.length > drawn.length ? 1 : 0);
    const height = rows * (BOX.height + GAP_Y) - GAP_Y;
    const middle = top + height / 2 - BOX.height / 2;
    const thing = BOX.width + GAP_X;
    const join = isJoin(first);
    const owner = join ? thing : thing + THING + GAP_X;
    const parts: SVGElement[] = [];
    drawn.forEach((wait, i) => {
        const y = top + i * (BOX.height + GAP_Y);
        parts.push(box(1, y, BOX.width, BOX.height, "node", [model.name(wait.thread)]));
        parts.push(mark(wait, edge(curve(BOX.width + 1, y, thing + 1, middle), "wait", said(model, wait))));
    });
    if (waits.length > drawn.length) {
        const y = top + drawn.length * (BOX.height + GAP_Y) + BOX.height / 2 + 4;
        parts.push(svg("text", { x: "9", y: String(y), class: "outcome" }, texts.waits.more(waits.length - drawn.length)));
    }
    if (!join) {
        parts.push(box(thing + 1, middle, THING, BOX.height, "node thing", [first.on ?? texts.waits.something]));
    }
    if (first.owner !== 0) {
        parts.push(box(owner + 1, middle, BOX.width, BOX.height, "node owner", [model.name(first.owner)]));
        if (!join) {
            parts.push(svg("path", { class: "held", d: `M ${thing + THING + 1} ${middle + BOX.height / 2} H ${owner + 1}` }));
        }
    }
    return { parts, height: height + ROOM };
}

function mark(wait: Wait, drawn: SVGElement): SVGElement {
    drawn.setAttribute("data-wait", String(wait.thread));
    return drawn;
}

function curve(x: number, y: number, toX: number, toY: number): string {
    const from = y + BOX.height / 2;
    const to = toY + BOX.height / 2;
    const middle = (x + toX) / 2;
    return `M ${x} ${from} C ${middle} ${from}, ${middle} ${to}, ${toX - 2} ${to}`;
}
