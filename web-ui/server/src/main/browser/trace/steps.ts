// The run event by event: forwards, backwards, or played slowly, with a mark in the picture.

import { button, element } from "../page/dom";
import { millis, words, type Span, type TraceModel } from "./model";

/** A run is played in this time, however long it took. */
const PLAYED_SECONDS = 12;

const FRAME_MILLIS = 50;
const MOST_TOLD = 6;

export class Steps {
    readonly element: HTMLElement;
    private readonly told = element("p", { class: "trace-step", role: "status" });
    private readonly playing: HTMLButtonElement;
    private timer: ReturnType<typeof setInterval> | null = null;
    private at: number | null = null;
    private times: number[] = [];
    private known = 0;

    /** @param mark shows a moment in the picture */
    constructor(
        private readonly model: TraceModel,
        private readonly mark: (at: number) => void,
    ) {
        this.playing = button("quiet", () => this.play(), "Play");
        this.element = element(
            "div",
            {},
            element(
                "div",
                { class: "trace-bar" },
                button("quiet", () => this.step(-1), "Event before"),
                button("quiet", () => this.step(1), "Next event"),
                this.playing,
            ),
            this.told,
        );
    }

    stop(): void {
        if (this.timer !== null) {
            clearInterval(this.timer);
            this.timer = null;
        }
        this.playing.textContent = "Play";
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
            this.times = [...new Set(this.model.spans.map((span) => span.from))].sort((a, b) => a - b);
        }
        return this.times;
    }

    private play(): void {
        if (this.timer !== null) {
            this.stop();
            return;
        }
        this.playing.textContent = "Pause";
        const step = (this.model.until * FRAME_MILLIS) / (PLAYED_SECONDS * 1000);
        let at = this.at === null || this.at >= this.model.until ? 0 : this.at;
        this.timer = setInterval(() => {
            at = Math.min(this.model.until, at + step);
            this.go(at);
            this.told.textContent = `${millis(at)} of ${millis(this.model.until)}`;
            if (at >= this.model.until || !this.element.isConnected) {
                this.stop();
            }
        }, FRAME_MILLIS);
    }

    private go(at: number): void {
        this.at = at;
        this.mark(at);
    }

    private tell(begun: Span[]): void {
        const lines = begun.slice(0, MOST_TOLD).map((span) => `${this.model.name(span.thread)}: ${words(this.model, span)}`);
        const more = begun.length > MOST_TOLD ? `; and ${begun.length - MOST_TOLD} more` : "";
        this.told.textContent = `${millis(this.at ?? 0)}: ${lines.join("; ")}${more}`;
    }
}
