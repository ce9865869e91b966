// The run event by event: forwards, backwards, or played slowly, with a mark in the picture.

import { button, element } from "../page/dom";
import { millis, outcome, stateAt, timesOf, words, type TraceModel } from "./model";
import { markWords } from "./marks";
import { texts } from "./texts";
import { t } from "../page/texts";

/** A run is played in this time, however long it took, where no other speed is chosen. */
const PLAYED_SECONDS = 12;

/** How much longer it is played than it took; 0 for the time above. */
const SLOWNESS = [0, 1, 10, 100, 1000, 10000, 0.1];

const FRAME_MILLIS = 50;
const MOST_TOLD = 6;

/** A slider knows places, whatever the run's length. */
const SLIDER_STEPS = 1000;

export class Steps {
    readonly element: HTMLElement;
    private readonly told = element("p", { class: "trace-step", role: "status" });
    private readonly playing: HTMLButtonElement;
    private readonly slider = element("input", {
        type: "range",
        class: "trace-slider",
        min: "0",
        max: String(SLIDER_STEPS),
        value: String(SLIDER_STEPS),
        "aria-label": texts.moment,
    });
    private readonly speed = element("select", { "aria-label": texts.play.speed });
    private timer: ReturnType<typeof setInterval> | null = null;
    private at: number | null = null;
    private times: number[] = [];
    private known = 0;

    /** @param mark shows a moment in the picture */
    constructor(
        private readonly model: TraceModel,
        private readonly mark: (at: number) => void,
    ) {
        this.playing = button("quiet", () => this.play(), t("Play"));
        for (const slower of SLOWNESS) {
            this.speed.append(element("option", { value: String(slower) }, texts.play.slower(slower, PLAYED_SECONDS)));
        }
        this.slider.addEventListener("input", () => {
            this.goTo((Number(this.slider.value) / SLIDER_STEPS) * this.model.until);
        });
        this.element = element(
            "div",
            {},
            element(
                "div",
                { class: "trace-bar" },
                button("quiet", () => this.step(-1), t("Event before")),
                button("quiet", () => this.step(1), t("Next event")),
                this.playing,
                this.speed,
                this.slider,
            ),
            this.told,
        );
    }

    stop(): void {
        if (this.timer !== null) {
            clearInterval(this.timer);
            this.timer = null;
        }
        this.playing.textContent = t("Play");
    }

    /** The next moment at which something begins. */
    private step(direction: 1 | -1): void {
        this.stop();
        const times = this.events();
        const now = this.at ?? -1;
        const next = direction > 0 ? times.find((time) => time > now) : times.findLast((time) => time < now);
        if (next !== undefined) {
            this.go(next);
            this.tell(next);
        }
    }

    private events(): number[] {
        const known = this.model.spans.length + this.model.marks.all.length + (this.model.end?.tasks.length ?? 0);
        if (this.known !== known) {
            this.known = known;
            const tasks = (this.model.end?.tasks ?? []).flatMap(timesOf);
            const times = new Set([...this.model.ordered(), ...this.model.marks.all].map(({ from }) => from));
            tasks.forEach((at) => times.add(at));
            this.times = [...times].sort((a, b) => a - b);
        }
        return this.times;
    }

    private play(): void {
        if (this.timer !== null) {
            this.stop();
            return;
        }
        this.playing.textContent = t("Pause");
        let at = this.at === null || this.at >= this.model.until ? 0 : this.at;
        this.timer = setInterval(() => {
            at = Math.min(this.model.until, at + this.frame());
            this.go(at);
            this.told.textContent = t("{0} of {1}", millis(at), millis(this.model.until));
            if (at >= this.model.until || !this.element.isConnected) {
                this.stop();
            }
        }, FRAME_MILLIS);
    }

    /** Microseconds of the run that one frame takes; the speed may be changed meanwhile. */
    private frame(): number {
        const slower = Number(this.speed.value);
        return slower === 0 ? (this.model.until * FRAME_MILLIS) / (PLAYED_SECONDS * 1000) : (FRAME_MILLIS * 1000) / slower;
    }

    /** Where somebody pointed. */
    goTo(at: number): void {
        this.stop();
        this.go(Math.max(0, Math.min(this.model.until, at)));
        this.told.textContent = t("{0} of {1}", millis(this.at!), millis(this.model.until));
    }

    /** The moment that is looked at: the newest where none was chosen. */
    get moment(): number {
        return this.at ?? this.model.until;
    }

    /** The moment that somebody chose, or null. */
    get chosen(): number | null {
        return this.at;
    }

    private go(at: number): void {
        this.at = at;
        this.slider.value = String(Math.round((at / this.model.until) * SLIDER_STEPS));
        this.slider.setAttribute("aria-valuetext", millis(at));
        this.mark(at);
    }

    private tell(at: number): void {
        const spans = this.model.spans.filter((span) => span.from === at);
        const marks = this.model.marks.all.filter((mark) => mark.from === at);
        const tasks = (this.model.end?.tasks ?? []).filter((task) => timesOf(task).includes(at));
        const begun = [
            ...spans.map((span) => `${this.model.name(span.thread)}: ${words(this.model, span)}`),
            ...marks.map((mark) => `${this.model.name(mark.thread)}: ${markWords(mark)}`),
            ...tasks.map((task) => `#${task.id} ${task.operation}: ${outcome(stateAt(task, at))}`),
        ];
        const lines = begun.slice(0, MOST_TOLD);
        const more = begun.length > MOST_TOLD ? t("; and {0} more", begun.length - MOST_TOLD) : "";
        this.told.textContent = `${millis(this.at ?? 0)}: ${lines.join("; ")}${more}`;
    }
}
