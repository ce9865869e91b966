// The stages of futures as a graph: what a stage waits for is left of it, and the path of a failure is
// marked. The list below has the same in words.

import type { TracedTask } from "./answer";
import { outcome, type TraceModel } from "./model";
import { t } from "../page/texts";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 168;
const HEIGHT = 44;
const GAP_X = 44;
const GAP_Y = 14;

/** A graph of more is a thicket. */
const MOST = 80;

/** Null where there is nothing to draw, or too much. */
export function stageGraph(model: TraceModel, stages: TracedTask[]): SVGElement | null {
    if (stages.length < 2 || stages.length > MOST) {
        return null;
    }
    const byId = new Map(stages.map((stage) => [stage.id, stage]));
    const depths = depthsOf(stages, byId);
    const rows = new Map<number, number>();
    const places = new Map<number, { x: number; y: number }>();
    for (const stage of stages) {
        const depth = depths.get(stage.id)!;
        const row = rows.get(depth) ?? 0;
        rows.set(depth, row + 1);
        places.set(stage.id, { x: depth * (WIDTH + GAP_X) + 1, y: row * (HEIGHT + GAP_Y) + 1 });
    }
    const width = (Math.max(...depths.values()) + 1) * (WIDTH + GAP_X) - GAP_X + 2;
    const height = Math.max(...rows.values()) * (HEIGHT + GAP_Y) - GAP_Y + 2;
    const graph = svg("svg", {
        class: "stage-graph",
        width: String(width),
        height: String(height),
        viewBox: `0 0 ${width} ${height}`,
        "aria-hidden": "true",
    });
    for (const stage of stages) {
        for (const input of stage.inputs) {
            const from = places.get(input);
            if (from !== undefined) {
                graph.append(edge(from, places.get(stage.id)!, stage.cause === input));
            }
        }
    }
    for (const stage of stages) {
        graph.append(box(model, stage, places.get(stage.id)!));
    }
    return graph;
}

/** How many stages lead up to each, at most; a circle, which there cannot be, is cut. */
function depthsOf(stages: TracedTask[], byId: Map<number, TracedTask>): Map<number, number> {
    const depths = new Map<number, number>();
    const depth = (stage: TracedTask, left: number): number => {
        const known = depths.get(stage.id);
        if (known !== undefined || left === 0) {
            return known ?? 0;
        }
        const inputs = stage.inputs.map((id) => byId.get(id)).filter((each) => each !== undefined);
        const found = inputs.length === 0 ? 0 : 1 + Math.max(...inputs.map((input) => depth(input, left - 1)));
        depths.set(stage.id, found);
        return found;
    };
    stages.forEach((stage) => depth(stage, MOST));
    return depths;
}

function edge(from: { x: number; y: number }, to: { x: number; y: number }, failed: boolean): SVGElement {
    const x = from.x + WIDTH;
    const y = from.y + HEIGHT / 2;
    const end = to.y + HEIGHT / 2;
    const middle = (x + to.x) / 2;
    return svg("path", {
        d: `M ${x} ${y} C ${middle} ${y}, ${middle} ${end}, ${to.x} ${end}`,
        class: failed ? "failed" : "",
    });
}

function box(model: TraceModel, stage: TracedTask, at: { x: number; y: number }): SVGElement {
    const line = stage.line > 0 ? t(", line {0}", stage.line) : "";
    const runner = stage.runner === 0 ? "" : ` · ${model.name(stage.runner)}`;
    return svg(
        "g",
        { transform: `translate(${at.x} ${at.y})`, class: `stage ${stage.state.toLowerCase()}` },
        svg("title", {}, `#${stage.id} ${stage.operation}${line}: ${outcome(stage)}${runner}`),
        svg("rect", { width: String(WIDTH), height: String(HEIGHT), rx: "5" }),
        svg("text", { x: "8", y: "18" }, short(`#${stage.id} ${stage.operation}${line}`)),
        svg("text", { x: "8", y: "35", class: "outcome" }, short(outcome(stage))),
    );
}

function short(text: string): string {
    return text.length <= 27 ? text : `${text.slice(0, 26)}…`;
}

function svg(tag: string, attributes: Record<string, string>, ...children: (SVGElement | string)[]): SVGElement {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
}
