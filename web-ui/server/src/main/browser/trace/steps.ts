// The run event by event: forwards, backwards, or played slowly, with a mark in the picture.

import { button, element } from "../page/dom";
import { millis, words, type Span, type TraceModel } from "./model";
import { texts } from "./texts";
import { t } from "../page/texts";

/** A run is played in this time, however long it took. */
const PLAYED_SECONDS = 12;

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
            this.tell(this.model.spans.filter((span) => span.from === next));
        }
    }

    private events(): number[] {
        if (this.known !== this.model.spans.length) {
            this.known = this.model.spans.length;
            this.times = [...new Set(this.model.ordered().map((span) => span.from))];
        }
        return this.times;
    }

    private play(): void {
        if (this.timer !== null) {
            this.stop();
            return;
        }
        this.playing.textContent = t("Pause");
        const step = (this.model.until * FRAME_MILLIS) / (PLAYED_SECONDS * 1000);
        let at = this.at === null || this.at >= this.model.until ? 0 : this.at;
        this.timer = setInterval(() => {
            at = Math.min(this.model.until, at + step);
            this.go(at);
            this.told.textContent = t("{0} of {1}", millis(at), millis(this.model.until));
            if (at >= this.model.until || !this.element.isConnected) {
                this.stop();
            }
        }, FRAME_MILLIS);
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

    private tell(begun: Span[]): void {
        const lines = begun.slice(0, MOST_TOLD).map((span) => `${this.model.name(span.thread)}: ${words(this.model, span)}`);
        const more = begun.length > MOST_TOLD ? t("; and {0} more", begun.length - MOST_TOLD) : "";
        this.told.textContent = `${millis(this.at ?? 0)}: ${lines.join("; ")}${more}`;
    }
}
