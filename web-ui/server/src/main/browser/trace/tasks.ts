// What became of the work of a run: the stages as a graph, and every task in words.

import { element } from "../page/dom";
import { scopeTree } from "./scope-tree";
import { stageGraph } from "./stage-graph";
import type { TracedTask } from "./answer";
import { millis, outcome, stateAt, type TraceModel } from "./model";
import { texts } from "./texts";
import { t } from "../page/texts";

const MOST_ROWS = 500;

/** @param at the moment that is looked at, or null for what became of all */
export function tasks(model: TraceModel, search: string, at: number | null): HTMLElement {
    const wanted = search.toLowerCase();
    const told = model.end?.tasks ?? [];
    const all = at === null ? told : told.filter((task) => task.from * 1000 <= at).map((task) => stateAt(task, at));
    const stages = all.filter((task) => task.kind === "STAGE");
    const groups = new Map<string, TracedTask[]>();
    for (const task of all.filter((each) => said(model, each).toLowerCase().includes(wanted)).slice(0, MOST_ROWS)) {
        const group = task.group ?? (task.kind === "STAGE" ? t("Stages of futures") : t("Tasks"));
        const known = groups.get(group);
        known === undefined ? groups.set(group, [task]) : known.push(task);
    }
    const items = [...groups].map(([group, members]) =>
        element(
            "li",
            {},
            group,
            element(
                "ul",
                {},
                ...members.map((task) =>
                    element("li", { class: `task-${task.state.toLowerCase()}` }, said(model, task)),
                ),
            ),
        ),
    );
    return element(
        "div",
        { class: "trace-words trace-tree", tabindex: "0", role: "group", "aria-label": t("Tasks and stages") },
        told.length === 0 ? element("p", {}, nothing(model)) : null,
        wanted === "" ? stageGraph(model, stages) : null,
        wanted === "" ? scopeTree(model, all.filter((task) => task.kind !== "STAGE")) : null,
        poolsAtWork(model) ? element("p", { class: "trace-hint" }, texts.unseen.pools) : null,
        element("ul", {}, ...items),
        all.length > MOST_ROWS ? element("p", {}, t("There are {0}; search to narrow it down.", all.length)) : null,
    );
}

/** Whether a pool that splits its work, of which only the workers are seen, had some. */
function poolsAtWork(model: TraceModel): boolean {
    return [...model.threads.values()].some((thread) => !thread.virtual && thread.name.startsWith("ForkJoinPool"));
}

function nothing(model: TraceModel): string {
    return model.end === null
        ? t("What became of tasks is told when the run is over.")
        : t("The cell gave no work to an executor, a scope or a CompletableFuture.");
}

/** A task in words. */
export function said(model: TraceModel, task: TracedTask): string {
    const after = task.inputs.length === 0 ? "" : t(", after {0}", task.inputs.map((id) => `#${id}`).join(", "));
    const line = task.line > 0 ? t(", line {0}", task.line) : "";
    const runner = task.runner === 0 ? "" : t(", by {0}", model.name(task.runner));
    const ran =
        task.started === null || task.ended === null
            ? ""
            : t(", waited {0}, ran {1}", millis((task.started - task.from) * 1000), millis((task.ended - task.started) * 1000));
    return `#${task.id} ${task.operation}${line}${after}: ${outcome(task)}${runner}${ran}`;
}
