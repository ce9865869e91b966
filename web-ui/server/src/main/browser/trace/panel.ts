// The timeline of a cell: the picture, the same in words, the threads, and what is remarkable.

import { announce } from "../page/announce";
import { button, element } from "../page/dom";
import { linkTo, offer, type SharedView } from "./link";
import type { Note, TraceAnswer } from "./answer";
import { type Grouping, stateName, STATES, TraceModel } from "./model";
import { Picture } from "./picture";
import { Steps } from "./steps";
import { list, table } from "./tables";
import { tasks } from "./tasks";
import { texts } from "./texts";
import { tree } from "./tree";
import { waitView } from "./wait-view";
import { SPOKEN, t, told } from "../page/texts";

const WORDS = { list, threads: table, tree };

const POLL_MILLIS = 400;
const SHOW_MILLIS = 300;

/** More lanes than this are shown together. */
const MANY_THREADS = 60;

type View = "lanes" | "waits" | "list" | "threads" | "tree" | "tasks";

export interface PanelHost {
    portion(threads: number, spans: number, owners: number, marks: number): Promise<TraceAnswer>;
    failed(error: unknown): void;
    /** Whether the run goes on. */
    busy(): boolean;
}

export class TracePanel {
    readonly element: HTMLElement;
    private readonly model = new TraceModel();
    private readonly picture = new Picture(this.model, (at) => this.steps.goTo(at));
    private readonly steps = new Steps(this.model, (at) => this.looked(at));
    private readonly notes = element("ul", { class: "trace-notes" });
    private readonly noted = new Set<string>();
    private readonly body = element("div", {});
    private readonly state = element("p", { class: "trace-state" });
    private readonly search = element("input", { type: "search", placeholder: t("Find a thread"), "aria-label": t("Find a thread") });
    private readonly grouping = element("select", { "aria-label": t("Show together") });
    private readonly linked = element("p", { class: "trace-linked", role: "status" });
    private readonly views = new Map<View, HTMLButtonElement>();
    private readonly zooms: HTMLElement;
    private view: View = "lanes";
    private grouped = false;

    /** The moment at which tasks are shown; null for what became of them, which comes first. */
    private tasksAt: number | null = null;
    private closed = false;

    constructor(
        label: string,
        private readonly cell: string,
        private readonly host: PanelHost,
        private shared: SharedView | null = null,
    ) {
        for (const [value, text] of [["thread", t("Each thread")], ["name", t("Same name")], ["group", t("Same executor or scope")], ["place", t("Same place in the code")]]) {
            this.grouping.append(element("option", { value: value! }, text));
        }
        this.grouping.addEventListener("change", () => {
            this.grouped = true;
            this.show();
        });
        this.search.addEventListener("input", () => this.show());
        const tab = (view: View, text: string) => {
            const made = button("quiet", () => this.choose(view), text);
            this.views.set(view, made);
            return made;
        };
        this.zooms = element("span", { class: "trace-zooms" }, this.zoomButton("−", t("Show more time"), 2), this.zoomButton("+", t("Show less time"), 0.5), button("quiet", () => this.picture.fit(), t("Whole run")));
        this.element = element(
            "section",
            { ...SPOKEN, class: "trace", "aria-label": t("Timeline of {0}", label) },
            element("div", { class: "trace-bar" }, tab("lanes", t("Lanes")), tab("waits", texts.waits.tab), tab("list", t("List")), tab("threads", t("Threads")), tab("tree", t("Tree")), tab("tasks", t("Tasks")), this.search, this.grouping, this.zooms, element("span", { class: "spacer" }), button("quiet", () => void this.share(), texts.link.button), button("quiet", () => this.close(), t("Close timeline"))),
            this.linked,
            this.notes,
            this.body,
            this.steps.element,
            legend(),
            this.state,
        );
        this.choose("lanes");
        void this.follow();
    }

    close(): void {
        this.closed = true;
        this.steps.stop();
        this.element.remove();
    }

    private async share(): Promise<void> {
        const link = linkTo({
            cell: this.cell,
            run: this.model.run,
            view: this.view,
            grouping: this.grouping.value,
            ...this.picture.range,
            at: this.view === "tasks" ? this.tasksAt : this.steps.chosen,
            search: this.search.value.trim(),
            learner: this.model.learner,
        });
        await offer(link, this.linked);
    }

    /** Looks at what a link says, once all is there. */
    private restore(shared: SharedView): void {
        this.search.value = shared.search;
        if ([...this.grouping.options].some((option) => option.value === shared.grouping)) {
            this.grouping.value = shared.grouping;
            this.grouped = true;
        }
        this.choose([...this.views.keys()].find((view) => view === shared.view) ?? "lanes");
        this.picture.look(shared.from, shared.to);
        if (shared.at !== null) {
            this.steps.goTo(shared.at);
        }
    }

    private zoomButton(text: string, title: string, factor: number): HTMLButtonElement {
        const made = button("quiet", () => this.picture.zoom(factor), text);
        made.setAttribute("aria-label", title);
        return made;
    }

    private async follow(): Promise<void> {
        let shown = -Infinity;
        try {
            while (!this.closed && this.model.end === null) {
                const wasBusy = this.host.busy();
                const answer = await this.host.portion(this.model.threads.size, this.model.spans.length, this.model.ownerCount, this.model.marks.all.length);
                if (this.shared !== null && this.shared.run !== answer.run) {
                    this.state.textContent = texts.link.gone;
                    return;
                }
                this.model.add(answer);
                // Many portions of a long run come one after the other: the page stays usable meanwhile.
                if (this.model.end !== null || performance.now() - shown > SHOW_MILLIS) {
                    this.renew();
                    shown = performance.now();
                }
                const nothing = answer.spans.thread.length === 0;
                if (nothing && !wasBusy && answer.end === null) {
                    this.state.textContent = t("This run has no timeline.");
                    return;
                }
                if (nothing || this.host.busy()) {
                    await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
                }
            }
            if (this.shared !== null) {
                this.restore(this.shared);
                this.shared = null;
            }
        } catch (error) {
            this.host.failed(error);
        }
    }

    /** Shows what is new; who reads or uses a view in words is not disturbed before the end. */
    private renew(): void {
        if (this.model.end === null && this.body.contains(document.activeElement) && this.view !== "lanes") {
            this.note(this.model.now?.notes ?? []);
            return;
        }
        this.show();
        if (this.model.end !== null) {
            announce(this.state.textContent ?? "");
        }
    }

    private looked(at: number): void {
        this.picture.mark(at);
        this.tasksAt = this.view !== "tasks" || at >= this.model.until ? null : at;
        if (this.view === "waits" || this.view === "tasks") {
            this.show();
        }
    }

    private choose(view: View): void {
        this.view = view;
        this.tasksAt = null;
        for (const [each, made] of this.views) {
            made.setAttribute("aria-pressed", String(each === view));
        }
        this.grouping.hidden = view !== "lanes";
        this.zooms.hidden = view !== "lanes";
        this.steps.element.hidden = view !== "lanes" && view !== "waits" && view !== "tasks";
        this.show();
    }

    private show(): void {
        if (!this.grouped) {
            this.grouping.value = this.model.threads.size > MANY_THREADS ? "name" : "thread";
        }
        const search = this.search.value.trim();
        if (this.view === "lanes") {
            this.body.replaceChildren(this.picture.element);
            this.picture.show(this.model.lanes(this.grouping.value as Grouping, search));
        } else if (this.view === "waits") {
            this.body.replaceChildren(waitView(this.model, this.steps.moment, search));
        } else if (this.view === "tasks") {
            this.body.replaceChildren(tasks(this.model, search, this.tasksAt));
        } else {
            this.body.replaceChildren(WORDS[this.view](this.model, search));
        }
        this.element.dataset.until = String(Math.round(this.model.until));
        const end = this.model.end;
        this.note(end?.notes ?? this.model.now?.notes ?? []);
        const threads = this.model.threads.size;
        const counts = t(threads === 1 ? "1 thread, {1} spans" : "{0} threads, {1} spans", threads, this.model.spans.length);
        this.state.textContent =
            (end === null ? t("Recording: {0}.", counts) : t("{0}.", counts)) +
            (end?.cut ? t(" There was more than is recorded: the timeline ends early.") : "") +
            (end !== null && end.leftOut > 0 ? texts.marks.leftOut(end.leftOut) : "") +
            t(" Recording takes time itself, and it does not see on which processor a platform thread runs, nor files.");
    }

    /** Shows the notes so far; while the run goes on each is said once, whatever figures it has later. */
    private note(notes: Note[]): void {
        const lines = notes.map((note) => `${told(note.text)}${note.line > 0 ? t(" (line {0})", note.line) : ""}`);
        const said = lines.join("\n");
        if (this.notes.dataset.said === said) {
            return;
        }
        this.notes.dataset.said = said;
        this.notes.replaceChildren(
            ...notes.map((note, i) =>
                element("li", { class: note.kind === "deadlock" ? "bad" : "" }, lines[i]!, explained(this.model.lessons[note.kind])),
            ),
        );
        notes.forEach((note, i) => {
            const about = `${note.kind} ${note.thread} ${note.line}`;
            if (!this.noted.has(about)) {
                this.noted.add(about);
                announce(lines[i]!);
            }
        });
    }
}

/** A link to the lesson that explains a note; nothing where this page is that lesson. */
function explained(lesson: string | undefined): HTMLElement | null {
    if (lesson === undefined || location.pathname.endsWith(`/${lesson}`)) {
        return null;
    }
    return element("a", { href: `/lessons/${lesson}`, class: "trace-lesson" }, t("The lesson on it"));
}

function legend(): HTMLElement {
    return element(
        "ul",
        { class: "trace-legend" },
        ...STATES.map((state) => element("li", {}, element("i", { class: `trace-key ${state}` }), stateName(state))),
        ...texts.marks.keys.map(([sign, text]) => element("li", {}, element("b", { "aria-hidden": "true" }, sign), ` ${text}`)),
    );
}
