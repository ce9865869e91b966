// Scopes and executors as a tree: who forks what, and how each piece of work ends. The edges of the
// picture are also what the list below it says, one for one.

import { element } from "../page/dom";
import type { TracedTask } from "./answer";
import { millis, outcome, type TraceModel } from "./model";
import { arrowHeads, box, edge, svg } from "./svg";
import { texts } from "./texts";
import { t } from "../page/texts";

const WIDTH = 190;
const HEIGHT = 46;
const GAP_X = 64;
const GAP_Y = 12;
const CAUSE = 34;

/** A tree of more is a thicket; the list of tasks has all. */
const MOST = 40;

interface Group {
    name: string;
    parent: number;
    tasks: TracedTask[];
}

interface Edge {
    d: string;
    kind: "fork" | "joined" | "failed" | "cancelled" | "because";
    words: string;
}

interface Place {
    x: number;
    y: number;
}

/** Null where the cell gave no work to a scope or an executor. */
export function scopeTree(model: TraceModel, tasks: TracedTask[]): HTMLElement | null {
    const shown = tasks.filter((task) => task.group !== null).slice(0, MOST);
    if (shown.length === 0) {
        return null;
    }
    const tree = new Tree(model, groupsOf(shown));
    const more = tasks.filter((task) => task.group !== null).length - shown.length;
    return element(
        "div",
        { class: "scope-tree" },
        tree.picture(),
        element("ul", { class: "scope-list" }, ...tree.edges.map((each) => element("li", { class: `edge-${each.kind}` }, each.words))),
        more > 0 ? element("p", {}, texts.scopes.more(more)) : null,
    );
}

function groupsOf(tasks: TracedTask[]): Group[] {
    const groups = new Map<string, Group>();
    for (const task of tasks) {
        const name = task.group!;
        const known = groups.get(name);
        known === undefined ? groups.set(name, { name, parent: task.parent, tasks: [task] }) : known.tasks.push(task);
    }
    return [...groups.values()];
}

class Tree {
    readonly edges: Edge[] = [];
    private readonly boxes: SVGElement[] = [];
    private readonly places = new Map<number, Place>();
    private readonly drawn = new Set<Group>();
    private right = 0;

    constructor(
        private readonly model: TraceModel,
        private readonly groups: Group[],
    ) {}

    picture(): SVGElement {
        let y = 1;
        for (const group of [...this.groups.filter((each) => this.ownerOf(each) === undefined), ...this.groups]) {
            if (!this.drawn.has(group)) {
                y += this.group(group, 1, y) + 2 * GAP_Y;
            }
        }
        this.causes();
        const width = this.right + CAUSE;
        return svg(
            "svg",
            {
                class: "trace-graph",
                width: String(width),
                height: String(y),
                viewBox: `0 0 ${width} ${y}`,
                role: "img",
                "aria-label": texts.scopes.picture(this.groups.length, this.edges.filter((each) => each.kind === "fork").length),
            },
            arrowHeads(["fork", "joined", "failed", "cancelled", "because"]),
            ...this.edges.map((each) => edge(each.d, each.kind, each.words)),
            ...this.boxes,
        );
    }

    /** The task in which a scope or an executor was used first. */
    private ownerOf(group: Group): TracedTask | undefined {
        const first = group.tasks[0]!;
        return this.groups
            .filter((each) => each !== group)
            .flatMap((each) => each.tasks)
            .find((task) => task.runner === group.parent && (task.started ?? task.from) <= first.from && first.from <= (task.ended ?? Infinity));
    }

    /** Draws a group with its tasks right of it; returns how high that is. */
    private group(group: Group, x: number, y: number): number {
        this.drawn.add(group);
        const taskX = x + WIDTH + GAP_X;
        const forks: { task: TracedTask; y: number }[] = [];
        let height = 0;
        for (const task of group.tasks) {
            forks.push({ task, y: y + height });
            this.task(task, taskX, y + height);
            height += Math.max(HEIGHT, this.nested(task, taskX + WIDTH + GAP_X, y + height)) + GAP_Y;
        }
        height -= GAP_Y;
        const top = y + height / 2 - HEIGHT / 2;
        this.boxes.push(box(x, top, WIDTH, HEIGHT, "node thing", [group.name, this.ownerWords(group)]));
        forks.forEach(({ task, y: taskY }) => this.forked(task, { x: x + WIDTH, y: top }, { x: taskX, y: taskY }));
        return height;
    }

    private nested(task: TracedTask, x: number, y: number): number {
        let height = 0;
        for (const group of this.groups.filter((each) => !this.drawn.has(each) && this.ownerOf(each) === task)) {
            height += this.group(group, x, y + height) + GAP_Y;
            this.edges.push({
                d: `M ${x - GAP_X} ${y + HEIGHT / 2} H ${x - 2}`,
                kind: "fork",
                words: texts.scopes.uses(task.id, group.name),
            });
        }
        return Math.max(0, height - GAP_Y);
    }

    private task(task: TracedTask, x: number, y: number): void {
        this.places.set(task.id, { x, y });
        this.right = Math.max(this.right, x + WIDTH);
        const line = task.line > 0 ? t(", line {0}", task.line) : "";
        this.boxes.push(box(x, y, WIDTH, HEIGHT, `node task ${task.state.toLowerCase()}`, [`#${task.id} ${task.operation}${line}`, outcome(task)]));
    }

    private forked(task: TracedTask, from: Place, to: Place): void {
        const thread = this.model.name(task.parent);
        const above = { from: from.y + HEIGHT / 2 - 5, to: to.y + HEIGHT / 2 - 7 };
        const below = { from: from.y + HEIGHT / 2 + 5, to: to.y + HEIGHT / 2 + 7 };
        this.edges.push({ d: curve(from.x, above.from, to.x - 2, above.to), kind: "fork", words: texts.scopes.fork(thread, task.id, task.line, millis(task.from * 1000)) });
        const back = curve(to.x, below.to, from.x + 2, below.from);
        const at = task.ended === null ? "" : millis(task.ended * 1000);
        if (task.state === "SUCCEEDED") {
            this.edges.push({ d: back, kind: "joined", words: texts.scopes.joined(task.id, at) });
        } else if (task.state === "FAILED") {
            this.edges.push({ d: back, kind: "failed", words: texts.scopes.failed(task.id, task.failure ?? "", at) });
        } else if (task.state === "CANCELLED") {
            this.edges.push({ d: back, kind: "cancelled", words: texts.scopes.cancelled(task.id, task.because, at) });
        }
    }

    /** From the task that failed or won to those that were cancelled because of it. */
    private causes(): void {
        for (const task of this.groups.flatMap((group) => group.tasks)) {
            const from = this.places.get(task.cause);
            const to = this.places.get(task.id);
            if (from !== undefined && to !== undefined && task.cause !== task.id) {
                const x = Math.max(from.x, to.x) + WIDTH;
                const [y, end] = [from.y + HEIGHT / 2, to.y + HEIGHT / 2];
                this.edges.push({
                    d: `M ${from.x + WIDTH} ${y} C ${x + CAUSE} ${y}, ${x + CAUSE} ${end}, ${to.x + WIDTH + 2} ${end}`,
                    kind: "because",
                    words: texts.scopes.because(task.cause, task.id),
                });
            }
        }
    }

    /** Who uses it, and how long that thread waited there for its work. */
    private ownerWords(group: Group): string {
        const waits = this.model.spansOf(group.parent).filter((span) => span.on === group.name);
        const waited = waits.reduce((sum, span) => sum + span.to - span.from, 0);
        return texts.scopes.owner(this.model.name(group.parent), waited);
    }
}

function curve(x: number, y: number, toX: number, toY: number): string {
    const middle = (x + toX) / 2;
    return `M ${x} ${y} C ${middle} ${y}, ${middle} ${toY}, ${toX} ${toY}`;
}
