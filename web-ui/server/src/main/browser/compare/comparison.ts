// One comparison of the page: its versions, what is predicted, and what is measured.

import type { Editor, EditorHost } from "../editor/editor";
import { ExerciseFile } from "../exercise/file";
import type { ComparisonApi } from "../lesson/comparison-api";
import type { ComparisonEvent, ComparisonResult, ComparisonRun, ComparisonState, Diagnostic, Draft } from "../messages";
import { announce } from "../page/announce";
import { t, told } from "../page/texts";
import { element } from "../page/dom";
import { CompareBar } from "./bar";
import { duelsOf } from "./duel";
import { Prediction } from "./prediction";
import { Earlier } from "./earlier";
import { Flames } from "./flames";
import { curvesSoFar } from "./load";
import type { LoadResult } from "./load-result";
import type { Result } from "./result";

export class Comparison {
    readonly id: string;
    private readonly title: string;
    private readonly versions: ExerciseFile[];
    private readonly names: string[];
    private readonly prediction: Prediction;
    private readonly outcome: HTMLElement;
    private readonly bar: CompareBar;
    private readonly earlier: Earlier;
    private readonly place = element("div", { class: "compare-results" });
    private readonly flames: Flames;
    private readonly results = new Map<number, Result>();
    /** In milliseconds; 0 unless versions are put under load. */
    private readonly delay: number;
    private load: LoadResult | null = null;
    private drawing: (typeof import("./result") & typeof import("./load-result")) | null = null;
    private fetching = false;
    private runs: ComparisonRun[] = [];
    private events: ComparisonEvent[] = [];
    private eventsOf = 0;
    private restored = false;

    constructor(
        section: HTMLElement,
        lesson: string,
        private readonly api: ComparisonApi,
        private readonly failed: (error: unknown) => void,
    ) {
        this.id = section.dataset.compare!;
        this.title = section.dataset.title!;
        this.delay = Number(section.dataset.delay ?? 0);
        const figures = [...section.querySelectorAll<HTMLElement>(".compare-version")];
        this.names = figures.map((figure) => figure.querySelector("figcaption")!.textContent!);
        this.versions = figures.map((figure) => this.version(figure, lesson));
        this.outcome = section.querySelector<HTMLElement>(".compare-outcome")!;
        this.bar = new CompareBar(this.title, this.names[0]!, Number(section.dataset.n), {
            compare: (same) => void this.compare(same),
            stop: () => void this.stop(),
            startAgain: () => this.startAgain(),
        });
        const choices = section.querySelector<HTMLElement>(".compare-choices")!;
        this.earlier = new Earlier((run, name) => void this.name(run, name), (version) => this.nameOf(version));
        this.flames = new Flames(this.id, (version) => void this.look(version), () => void this.stop());
        this.prediction = new Prediction(choices, `prediction-${this.id}`, () => this.show());
        this.prediction.element.after(this.bar.element, this.place, this.flames.element, this.earlier.element);
        section.classList.add("live");
        this.show();
    }

    restore(state: ComparisonState): void {
        this.restored = true;
        this.versions.forEach((version) => version.restore(state.versions[version.name]!));
        this.runs = state.runs;
        if (this.last?.state === "running") {
            state.events.forEach((event, place) => this.keep(this.last!.number, place, event));
            this.bar.useN(this.last.n);
        }
        this.prediction.show(state.prediction, false);
        this.flames.looking = state.looking;
        this.show();
    }

    onEvent(run: number, place: number, event: ComparisonEvent): void {
        this.keep(run, place, event);
        if (this.last?.number !== run) {
            // Another tab began it, or the answer to this one is still on its way.
            this.runs.push(begun(run));
        }
        this.show();
    }

    onEnd(run: ComparisonRun): void {
        this.runs = [...this.runs.filter((each) => each.number !== run.number), run];
        this.show();
        announce(`${this.title}: ${told(run.message ?? "")}`);
    }

    onLooking(version: number, place: number): void {
        this.flames.looking = version;
        this.flames.queue = place;
        this.show();
    }

    onLooked(message: string, run: ComparisonRun): void {
        this.flames.looking = 0;
        this.flames.message = told(message);
        this.runs = this.runs.map((each) => (each.number === run.number ? run : each));
        this.show();
        announce(message === "" ? t("It was recorded where the time goes.") : told(message));
    }

    versionStored(name: string, draft: Draft): void {
        this.versions.find((version) => version.name === name)?.stored(draft);
    }

    flush(): void {
        this.versions.forEach((version) => version.flush());
    }

    edit(create: (text: string, host: EditorHost) => Editor, description: string, nonce: string): void {
        this.versions.forEach((version, index) =>
            version.edit(create, {
                label: t("{0}, a version of the comparison {1}", this.names[index]!, this.title),
                description,
                nonce,
                changed: () => version.typed(),
                run: () => void this.compare(false),
                split: () => undefined,
                leave: () => {
                    this.bar.focus();
                    announce(t("Out of the editor."));
                },
                complete: async () => null,
                document: async () => null,
                check: async () => null,
                busy: () => this.busy,
                keptHistory: () => null,
                goToEarlier: () => false,
            }),
        );
    }

    private get last(): ComparisonRun | undefined {
        return this.runs.at(-1);
    }

    private get busy(): boolean {
        return this.last?.state === "running" || this.flames.looking > 0;
    }

    private nameOf(version: number): string {
        return this.names[version - 1] ?? "";
    }

    private keep(run: number, place: number, event: ComparisonEvent): void {
        if (run !== this.eventsOf) {
            this.eventsOf = run;
            this.events = [];
        }
        this.events[place] = event;
    }

    private async compare(same: boolean): Promise<void> {
        if (this.busy || !this.restored) {
            return;
        }
        if (this.prediction.choice === 0) {
            announce(t("Choose what you expect first."));
            this.prediction.element.querySelector("input")!.focus();
            return;
        }
        this.flush();
        try {
            const versions = this.versions.map((version) => version.text);
            await this.api.begin(this.id, { versions, n: this.bar.n, same, prediction: this.prediction.choice });
            announce(t(same ? "Comparing the first version with itself" : "Comparing"));
        } catch (error) {
            this.failed(error);
        }
    }

    private async name(run: number, name: string): Promise<void> {
        try {
            await this.api.name(this.id, run, name);
            this.runs = this.runs.map((each) => (each.number === run ? { ...each, name: name.trim() || null } : each));
            this.show();
        } catch (error) {
            this.failed(error);
        }
    }

    private async look(version: number): Promise<void> {
        if (this.busy || this.last === undefined) {
            return;
        }
        try {
            this.flames.message = "";
            await this.api.look(this.id, this.last.number, version);
            announce(t("Recording where the time of a version goes"));
        } catch (error) {
            this.failed(error);
        }
    }

    private async stop(): Promise<void> {
        try {
            await this.api.stop(this.id);
        } catch (error) {
            this.failed(error);
        }
    }

    private startAgain(): void {
        this.versions.forEach((version) => version.useText(version.source.original));
        announce(t("The versions are as they were at first. Undo brings your text back."));
    }

    private show(): void {
        const over = this.runs.some((run) => run.state === "done" && !run.same);
        const chosen = this.runs.length > 0 ? this.prediction.choice : 0;
        this.prediction.show(chosen, over);
        this.outcome.hidden = !over;
        this.bar.show({
            busy: this.busy,
            ready: this.restored && this.prediction.choice > 0,
            chosen: this.prediction.choice > 0,
            queue: this.queue(),
            run: this.last,
            edited: this.versions.some((version) => !version.isAuthors),
            exportUrl: this.exportUrl(),
        });
        if (this.last !== undefined && this.drawing === null) {
            void this.fetchDrawing();
        } else if (this.last?.state === "running") {
            this.showLive();
        } else if (this.last !== undefined) {
            this.showEnd(this.last.results ?? []);
        }
        this.flames.show(this.names, this.last);
        this.earlier.show(this.runs.filter((run) => run.state !== "running"));
    }

    /** What shows results is fetched when there are some. */
    private async fetchDrawing(): Promise<void> {
        if (this.fetching) {
            return;
        }
        this.fetching = true;
        try {
            const [result, load] = await Promise.all([import("./result"), import("./load-result")]);
            this.drawing = { ...result, ...load };
            this.show();
        } catch (error) {
            this.failed(error);
        } finally {
            this.fetching = false;
        }
    }

    private exportUrl(): string | null {
        const measured = this.last?.results?.some((result) => result.type === "verdict") ?? false;
        return measured ? this.api.exportOf(this.id, this.last!.number) : null;
    }

    /** The place in the queue; 0 when its turn has come. */
    private queue(): number {
        const told = this.eventsOf === this.last?.number ? this.events : [];
        const newest = told.findLast((event) => event.type === "queued" || event.type === "started");
        return newest?.type === "queued" ? newest.place : 0;
    }

    private showLive(): void {
        const told = this.eventsOf === this.last!.number ? this.events.filter((event) => event !== undefined) : [];
        if (this.delay > 0) {
            this.showLoad(told);
            return;
        }
        const duels = duelsOf(told, (version) => this.nameOf(version));
        this.keepOnly(duels.map((duel) => duel.other));
        duels.forEach((duel) => this.result(duel.other).showLive(duel));
    }

    private showLoad(told: ComparisonEvent[]): void {
        const curves = curvesSoFar(told, (version) => this.nameOf(version) || t("{0} again", this.nameOf(1)));
        if (curves !== null) {
            this.keepOnly([]);
            const rounds = told.map((event) => (event.type === "point" ? event.round : 0));
            this.loadResult().showLive(curves, Math.max(...rounds));
        }
    }

    private loadResult(): LoadResult {
        if (this.load === null) {
            this.load = new this.drawing!.LoadResult(this.id, this.delay);
            this.place.append(this.load.element);
        }
        return this.load;
    }

    private showEnd(all: ComparisonResult[]): void {
        const results = all.filter((result) => result.type !== "curves" && result.type !== "flame");
        const curves = all.find((result) => result.type === "curves");
        if (curves !== undefined) {
            this.loadResult().showEnd(curves);
        } else {
            this.load?.element.remove();
            this.load = null;
        }
        this.keepOnly(results.map((result) => result.other));
        results.forEach((result) => this.result(result.other).showEnd(result, (version) => this.nameOf(version)));
        this.versions.forEach((version, index) => version.source.showProblems(problemsOf(results, index + 1)));
    }

    private keepOnly(others: number[]): void {
        for (const [other, result] of this.results) {
            if (!others.includes(other)) {
                result.element.remove();
                this.results.delete(other);
            }
        }
    }

    private result(other: number): Result {
        let result = this.results.get(other);
        if (result === undefined) {
            result = new this.drawing!.Result(`${this.id}-${other}`);
            this.results.set(other, result);
            this.place.append(result.element);
        }
        return result;
    }

    private version(figure: HTMLElement, lesson: string): ExerciseFile {
        const version: ExerciseFile = new ExerciseFile(figure, `compare.${lesson}.${this.id}`, {
            save: (text, base, last) => this.api.save(this.id, version.name, text, base, last),
            changed: () => this.show(),
            shownSaving: (saved) => this.bar.showSaving(saved),
        });
        return version;
    }
}

/** A measurement of which nothing is known but that it goes on. */
function begun(number: number): ComparisonRun {
    return { number, state: "running", n: 0, same: false, versions: [], message: null, startedAt: new Date().toISOString(), name: null, here: true, brief: [], results: null };
}

/** What the compiler said of a version, where its lines are. */
function problemsOf(results: ComparisonResult[], version: number): Diagnostic[] {
    return results
        .filter((result) => result.type === "refused")
        .flatMap((result) =>
            result.problems
                .filter((problem) => problem.line > 0 && (problem.side === "left" ? 1 : result.other) === version)
                .map(({ line, message }) => ({
                    type: "diagnostic" as const,
                    severity: "error" as const,
                    line,
                    column: 1,
                    endLine: line,
                    endColumn: 1000,
                    message,
                })),
        );
}
