// Where the time of each version goes: a button for each, and what was seen.

import type { ComparisonResult, ComparisonRun, Flame } from "../messages";
import { button, element } from "../page/dom";
import { t } from "../page/texts";
import type { FlameGraph } from "./flame-graph";

export class Flames {
    readonly element = element("div", { class: "compare-flames" });
    /** The version that is looked into, from 1; 0 if there is none. */
    looking = 0;
    /** Its place in the queue; 0 when its turn has come. */
    queue = 0;
    /** Why nothing was seen of the last one. */
    message = "";
    private readonly choices = element("div", { class: "compare-kinds", role: "group", "aria-label": t("Flame graphs") });
    private readonly state = element("span", { class: "cell-state", role: "status" });
    private readonly place = element("div");
    private readonly end: HTMLButtonElement;
    private buttons: HTMLButtonElement[] = [];
    /** Whose button was pressed last, from 0. */
    private asked = 0;
    private readonly graphs = new Map<number, { graph: FlameGraph; of: Flame }>();

    constructor(
        private readonly name: string,
        private readonly look: (version: number) => void,
        stop: () => void,
    ) {
        this.end = button("primary stop", stop, t("Stop"));
        this.element.append(this.choices, this.place);
        this.element.hidden = true;
    }

    show(names: string[], run: ComparisonRun | undefined): void {
        const over = run !== undefined && run.state === "done";
        this.element.hidden = !over;
        if (!over) {
            return;
        }
        if (this.buttons.length === 0) {
            this.buttons = names.map((name, index) => button("quiet", () => this.ask(index), t("Flame graph: {0}", name)));
            this.choices.append(...this.buttons, this.end, this.state);
        }
        // Looked up before anything is hidden: what is hidden has the focus no more.
        const focused = document.activeElement;
        this.buttons.forEach((each, index) => (each.hidden = this.looking > 0 || (run.same && index > 0)));
        this.end.hidden = this.looking === 0;
        if (focused instanceof HTMLElement && focused.hidden && this.choices.contains(focused)) {
            (this.looking > 0 ? this.end : this.buttons[this.asked]!).focus();
        }
        const words = this.words();
        if (this.state.textContent !== words) {
            this.state.textContent = words;
        }
        void this.draw((run.results ?? []).filter(isFlame));
    }

    private ask(version: number): void {
        this.asked = version;
        this.look(version + 1);
    }

    private words(): string {
        if (this.looking === 0) {
            return this.message;
        }
        return this.queue > 0 ? t("Waits: place {0} in the queue", this.queue) : t("Recording where the time goes: a few seconds");
    }

    private async draw(flames: (Flame & { other: number })[]): Promise<void> {
        const wanted = flames.toSorted((a, b) => a.other - b.other);
        if (wanted.length > 0 && wanted.some((flame) => this.graphs.get(flame.other)?.of !== flame)) {
            const { FlameGraph } = await import("./flame-graph");
            for (const flame of wanted) {
                if (this.graphs.get(flame.other)?.of !== flame) {
                    this.graphs.set(flame.other, { graph: new FlameGraph(`${this.name}-flame-${flame.other}`, flame), of: flame });
                }
            }
        }
        for (const other of [...this.graphs.keys()]) {
            if (!wanted.some((flame) => flame.other === other)) {
                this.graphs.delete(other);
            }
        }
        const elements = wanted.flatMap(({ other }) => this.graphs.get(other)?.graph.element ?? []);
        if (elements.length !== this.place.children.length || elements.some((each, index) => this.place.children[index] !== each)) {
            this.place.replaceChildren(...elements);
        }
    }
}

function isFlame(result: ComparisonResult): result is Flame & { other: number } {
    return result.type === "flame";
}
