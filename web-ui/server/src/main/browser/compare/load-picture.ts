// Curves of versions under load, both axes logarithmic: answers in a second with Little's law as the
// line that nobody can be above, or the time of requests with the service's delay as the line that
// nobody can be below.

import type { Quantity, ValueInterval } from "../messages";
import { safe } from "../output/problems";
import { t } from "../page/texts";
import type { LoadCurve } from "./load";
import { LogAxis } from "./log-axis";
import { time } from "./numbers";
import { dot, label, line, path, svg, text, type Drawing, type Point } from "./svg";

const LEFT = 64;
const RIGHT = 14;
const HEIGHT = 230;
const LINE = 16;
/** Above it an interval is not drawn to its end. */
const FAR = 1e15;

export interface Named {
    n: ValueInterval;
    words: string;
}

export function loadPicture(curves: LoadCurve[], quantity: Quantity, delayMillis: number, named: Named[], width: number): Drawing {
    const counted = quantity === "throughput";
    const top = (curves.length + 1) * LINE + 8;
    const bottom = top + HEIGHT;
    const all = curves.flatMap((curve) => curve.points);
    const sizes = [...new Set(all.map((point) => point.n))].sort((one, other) => one - other);
    const ideal = (n: number) => (quantity === "throughput" ? (n / delayMillis) * 1000 : delayMillis * 1e6);
    const values = all.flatMap((point) => [point[quantity].value, ...point.raw.map((one) => Math.max(one[quantity], 1e-3))]);
    const x = new LogAxis([sizes[0]! / 1.15, sizes.at(-1)! * 1.15], LEFT, width - RIGHT);
    const y = new LogAxis([...values, ...sizes.map(ideal)].flatMap((value) => [value / 1.1, value * 1.1]), bottom, top);
    const said = (value: number) => (quantity === "throughput" ? String(Number(value.toPrecision(3))) : time(value));
    const parts: SVGElement[] = [
        ...y.ticks().flatMap((tick) => [line(LEFT, y.at(tick), width - RIGHT, y.at(tick), "grid"), text(LEFT - 6, y.at(tick) + 4, said(tick), "label end")]),
        ...spread(sizes, width).flatMap((n) => [line(x.at(n), bottom, x.at(n), bottom + 4, "tick"), label(x.at(n), bottom + 18, String(n), width)]),
        path(sizes.map((n) => [x.at(n), y.at(ideal(n))]), "ideal"),
        text(LEFT, 12, t(counted ? "· · · Little’s law: n divided by the delay" : "· · · the delay of the service"), "label"),
    ];
    for (const { n, words } of named) {
        parts.push(band(n, x, top, HEIGHT, words));
    }
    const points: Point[] = [];
    curves.forEach((curve, index) => {
        const style = `v${index + 1}`;
        const name = safe(curve.name);
        parts.push(text(LEFT, 12 + (index + 1) * LINE, `${"●■▲◆"[index]} ${name}`, `name ${style}`));
        parts.push(path(curve.points.map((point) => [x.at(point.n), y.at(point[quantity].value)]), `curve ${style}`));
        for (const point of curve.points) {
            const { value, low, high } = point[quantity];
            const [at, middle] = [x.at(point.n), y.at(value)];
            parts.push(...point.raw.map((one) => dot(at, y.at(Math.max(one[quantity], 1e-3)), 1.8, `raw ${style}`)));
            if (high !== null && high < FAR) {
                parts.push(line(at, y.at(low), at, y.at(high), `range ${style}`));
            }
            parts.push(mark(at, middle, index, style));
            points.push({ x: at, y: middle, words: t("{0}, n = {1}: {2}{3}", name, point.n, counted ? t("{0} answers a second", said(value)) : said(value), range(point[quantity], said)) });
        }
    });
    return { parts, height: bottom + 28, points };
}

function range({ low, high }: ValueInterval, said: (value: number) => string): string {
    return high === null || low === high ? "" : t(" ({0} to {1})", said(low), said(high));
}

/** Where something happens, with its uncertainty. */
function band(n: ValueInterval, x: LogAxis, top: number, height: number, words: string): SVGElement {
    const group = svg("g", { class: "band" });
    const low = x.at(n.low);
    const high = x.at(n.high ?? n.low);
    const ground = svg("rect", { x: String(low), y: String(top), width: String(Math.max(1, high - low)), height: String(height), class: "margin" });
    const title = svg("title", {});
    title.textContent = safe(words);
    ground.append(title);
    group.append(ground, line(x.at(n.value), top, x.at(n.value), top + height, "equal"));
    return group;
}

/** Each version has a shape of its own, so that nobody needs the colours. */
function mark(x: number, y: number, index: number, style: string): SVGElement {
    const shapes = [
        `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`,
        `M${x - 4} ${y - 4}h8v8h-8z`,
        `M${x} ${y - 5}L${x + 5} ${y + 4}H${x - 5}z`,
        `M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}z`,
    ];
    return svg("path", { d: shapes[index % shapes.length]!, class: `mark ${style}` });
}

/** As many as have room. */
function spread(sizes: number[], width: number): number[] {
    const every = Math.ceil(sizes.length / Math.max(2, Math.floor((width - LEFT) / 48)));
    return sizes.filter((_, index) => index % every === 0);
}
