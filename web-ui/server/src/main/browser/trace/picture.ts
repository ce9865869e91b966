// The lanes on a canvas. Only what is in view is drawn, so ten thousand threads are no more work than
// the pixels that show them.

import { element } from "../page/dom";
import { countPerPixel } from "./crowd";
import { inView, isCrowd, type Lane, lastBefore, millis, type Span, spanAt, STATES, stateName, type TraceModel, words } from "./model";
import { type Mark, markWords, paintMarks } from "./marks";
import { t } from "../page/texts";

const ROW = 22;
const GROUP_ROW = 44;
const AXIS = 22;
const MOST_HEIGHT = 420;
const LEAST_SPAN = 20;

/** A mark is pointed at from so many pixels. */
const NEAR = 5;

/** Spans wider than this have room for their line of the cell. */
const LINE_WIDTH = 64;

export class Picture {
    readonly element: HTMLElement;
    private readonly scroller: HTMLElement;
    private readonly canvas = element("canvas", { "aria-hidden": "true" });
    private readonly room = element("div", { class: "trace-room" });
    private readonly pointed = element("p", { class: "trace-pointed" }, "");
    private lanes: Lane[] = [];
    private from = 0;
    private to = 1;
    private fitted = true;
    private due = false;
    private marked: number | null = null;
    private ground = "";

    /** @param chosen hears of a moment that was pointed at */
    constructor(
        private readonly model: TraceModel,
        private readonly chosen: (at: number) => void,
    ) {
        this.scroller = element(
            "div",
            {
                class: "trace-scroller",
                tabindex: "0",
                role: "img",
                "aria-label": t("Lanes of threads. The list has the same in words. Plus and minus zoom, the arrow keys move."),
            },
            this.room,
        );
        this.room.append(this.canvas);
        this.element = element("div", { class: "trace-picture" }, this.scroller, this.pointed);
        this.scroller.addEventListener("scroll", () => this.draw());
        this.scroller.addEventListener("keydown", (event) => this.key(event));
        this.scroller.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
        this.scroller.addEventListener("pointerdown", (event) => this.drag(event));
        this.scroller.addEventListener("pointermove", (event) => this.point(event));
        new ResizeObserver(() => this.draw()).observe(this.scroller);
        // Colours on a canvas do not follow the page's by themselves.
        new MutationObserver(() => this.draw()).observe(document.documentElement, { attributes: true });
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    }

    show(lanes: Lane[]): void {
        this.lanes = lanes;
        if (this.fitted) {
            this.from = 0;
            this.to = Math.max(this.model.until, LEAST_SPAN);
        }
        this.draw();
    }

    /** Marks a moment, and brings it into view. */
    mark(at: number): void {
        this.marked = at;
        if (at < this.from || at > this.to) {
            const span = this.to - this.from;
            this.move(at - span / 8, span);
        }
        this.draw();
    }

    fit(): void {
        this.fitted = true;
        this.show(this.lanes);
    }

    /** What is in view, in microseconds. */
    get range(): { from: number; to: number } {
        return { from: this.from, to: this.to };
    }

    /** Brings a part of the run into view. */
    look(from: number, to: number): void {
        this.move(from, Math.max(LEAST_SPAN, to - from));
    }

    /** Shows more or less time, around a place between 0 and 1. */
    zoom(factor: number, around = 0.5): void {
        const span = Math.max(LEAST_SPAN, (this.to - this.from) * factor);
        const fixed = this.from + (this.to - this.from) * around;
        this.move(fixed - span * around, span);
    }

    private move(from: number, span: number): void {
        const whole = Math.max(this.model.until, LEAST_SPAN);
        this.fitted = span >= whole;
        const shown = Math.min(span, whole);
        this.from = Math.max(0, Math.min(from, whole - shown));
        this.to = this.from + shown;
        this.draw();
    }

    private key(event: KeyboardEvent): void {
        const span = this.to - this.from;
        const actions: Record<string, () => void> = {
            "+": () => this.zoom(0.5),
            "-": () => this.zoom(2),
            "0": () => this.fit(),
            ArrowLeft: () => this.move(this.from - span / 8, span),
            ArrowRight: () => this.move(this.from + span / 8, span),
        };
        const action = actions[event.key];
        if (action !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            action();
        }
    }

    /** With Ctrl, as everywhere: without it the page scrolls. */
    private wheel(event: WheelEvent): void {
        if (event.ctrlKey || event.metaKey) {
            event.preventDefault();
            this.zoom(event.deltaY > 0 ? 1.25 : 0.8, this.place(event));
        }
    }

    private drag(start: PointerEvent): void {
        const { from, to } = this;
        const x = start.clientX;
        const width = this.plotWidth();
        const moved = (event: PointerEvent) =>
            this.move(from - ((event.clientX - x) / width) * (to - from), to - from);
        const stop = (event: PointerEvent) => {
            removeEventListener("pointermove", moved);
            removeEventListener("pointerup", stop);
            if (Math.abs(event.clientX - x) < 3) {
                this.chosen(from + this.place(event) * (to - from));
            }
        };
        if (start.pointerType === "mouse") {
            addEventListener("pointermove", moved);
            addEventListener("pointerup", stop);
        }
    }

    private point(event: PointerEvent): void {
        const box = this.canvas.getBoundingClientRect();
        let y = event.clientY - box.top - AXIS + this.scroller.scrollTop;
        const at = this.from + this.place(event) * (this.to - this.from);
        for (const lane of this.lanes) {
            const height = rowHeight(lane);
            if (y >= 0 && y < height) {
                this.pointed.textContent = this.said(lane, at);
                return;
            }
            y -= height;
        }
        this.pointed.textContent = "";
    }

    private said(lane: Lane, at: number): string {
        const marks = this.marksNear(lane, at);
        const there = lane.members.map((spans) => spanAt(spans, at)).filter((span) => span !== undefined);
        if (isCrowd(lane)) {
            const counts = STATES.map((state) => ({ state, n: there.filter((s) => s.state === state).length }));
            const text = counts.filter(({ n }) => n > 0).map(({ state, n }) => `${n} ${stateName(state)}`);
            return `${millis(at)}: ${lane.label}, ${text.join(", ") || t("nothing")}${marks}`;
        }
        const span = there[0];
        const who = lane.carrier && span ? t("{0} carries {1}", lane.label, this.model.name(span.thread)) : lane.label;
        return `${millis(at)}: ${who}${span ? ` ${words(this.model, span)}` : ""}${marks}`;
    }

    /** What is marked close to a moment, in words; the nearest of many. */
    private marksNear(lane: Lane, at: number): string {
        const near = (NEAR / this.plotWidth()) * (this.to - this.from);
        const marks = this.marksOf(lane, at - near, at + near).sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at));
        const first = marks[0];
        const more = marks.length > 1 ? t("; and {0} more", marks.length - 1) : "";
        const who = isCrowd(lane) && first ? `${this.model.name(first.thread)} ` : "";
        return first === undefined ? "" : `; ${who}${markWords(first)}${more}`;
    }

    private marksOf(lane: Lane, from: number, to: number): Mark[] {
        return lane.threads.flatMap((thread) => {
            const marks = this.model.marks.of(thread);
            return marks.slice(lastBefore(marks, from) + 1, lastBefore(marks, to) + 1);
        });
    }

    private place(event: MouseEvent): number {
        const box = this.canvas.getBoundingClientRect();
        return Math.max(0, Math.min(1, (event.clientX - box.left - labelWidth(box.width)) / this.plotWidth()));
    }

    private plotWidth(): number {
        const width = this.scroller.clientWidth;
        return Math.max(1, width - labelWidth(width));
    }

    private draw(): void {
        if (!this.due) {
            this.due = true;
            requestAnimationFrame(() => {
                this.due = false;
                this.paint();
            });
        }
    }

    private paint(): void {
        const all = this.lanes.reduce((sum, lane) => sum + rowHeight(lane), AXIS);
        const height = Math.min(all, MOST_HEIGHT);
        const width = this.scroller.clientWidth;
        this.scroller.style.height = `${height}px`;
        this.room.style.height = `${all}px`;
        const scale = devicePixelRatio || 1;
        this.canvas.width = Math.round(width * scale);
        this.canvas.height = Math.round(height * scale);
        this.canvas.style.height = `${height}px`;
        const context = this.canvas.getContext("2d");
        if (context === null || width === 0) {
            return;
        }
        context.scale(scale, scale);
        const style = getComputedStyle(this.element);
        const colours = new Map(STATES.map((s) => [s, this.colour(`--trace-${s}`)]));
        const ink = style.color;
        this.ground = this.colour("--surface");
        context.font = `12px ${style.fontFamily}`;
        context.textBaseline = "middle";
        let y = AXIS - this.scroller.scrollTop;
        for (const lane of this.lanes) {
            const rows = rowHeight(lane);
            if (y + rows > AXIS && y < height) {
                this.paintLane(context, lane, y, rows, width, colours, ink);
            }
            y += rows;
        }
        this.paintAxis(context, width, height, ink, this.ground, this.colour("--line"));
        if (this.marked !== null && this.marked >= this.from && this.marked <= this.to) {
            const part = (this.marked - this.from) / (this.to - this.from);
            context.fillStyle = this.colour("--accent");
            context.fillRect(labelWidth(width) + part * this.plotWidth() - 1, 0, 2, height);
        }
    }

    /** A colour of the style sheet as the canvas knows colours, in the theme of the moment. */
    private colour(name: string): string {
        this.element.style.outlineColor = `var(${name})`;
        return getComputedStyle(this.element).outlineColor;
    }

    private paintLane(
        context: CanvasRenderingContext2D,
        lane: Lane,
        y: number,
        height: number,
        width: number,
        colours: Map<string, string>,
        ink: string,
    ): void {
        const left = labelWidth(width);
        context.fillStyle = ink;
        const label = isCrowd(lane) ? `${lane.label} × ${lane.members.length}` : lane.label;
        context.save();
        context.beginPath();
        context.rect(0, y, left - 6, height);
        context.clip();
        context.fillText(label, 4, y + height / 2);
        context.restore();
        if (isCrowd(lane)) {
            this.paintCrowd(context, lane, left, y, height, colours);
        } else {
            for (const span of inView(lane.members[0]!, this.from, this.to)) {
                this.paintSpan(context, span, left, y, height, colours, ink, lane.carrier);
            }
        }
        const scale = this.plotWidth() / (this.to - this.from);
        const place = (at: number) => left + (at - this.from) * scale;
        const marks = this.marksOf(lane, this.from - 1, this.to);
        paintMarks(context, marks, y, place, { ink, ground: this.ground, error: colours.get("blocked") ?? ink });
    }

    private paintSpan(
        context: CanvasRenderingContext2D,
        span: Span,
        left: number,
        y: number,
        height: number,
        colours: Map<string, string>,
        ink: string,
        carrier: boolean,
    ): void {
        const plot = this.plotWidth();
        const x = left + Math.max(0, ((span.from - this.from) / (this.to - this.from)) * plot);
        const end = left + Math.min(plot, ((span.to - this.from) / (this.to - this.from)) * plot);
        // What runs is high, what waits is low: colour is not all that tells them apart.
        const part = span.state === "running" || span.state === "pinned" ? 0.8 : 0.4;
        context.fillStyle = colours.get(span.state) ?? "";
        const bar = height * part;
        context.fillRect(x, y + height - bar - 1, Math.max(end - x, 1), bar);
        if (carrier && end - x > 60) {
            context.fillStyle = "#fff";
            context.fillText(this.model.name(span.thread), x + 4, y + height / 2, end - x - 8);
        } else if (!carrier && span.line > 0 && end - x > LINE_WIDTH) {
            context.fillStyle = ink;
            context.fillText(t("line {0}", span.line), x + 4, y + height * 0.3);
        }
    }

    /** How many threads are in which state, stacked, for each pixel. */
    private paintCrowd(
        context: CanvasRenderingContext2D,
        lane: Lane,
        left: number,
        y: number,
        height: number,
        colours: Map<string, string>,
    ): void {
        const plot = Math.floor(this.plotWidth());
        const counts = countPerPixel(lane.members, this.from, this.to, plot);
        for (let x = 0; x < plot; x++) {
            let bottom = y + height - 1;
            STATES.forEach((state, i) => {
                const part = Math.min((counts[i]![x]! / lane.members.length) * (height - 4), bottom - y);
                if (part > 0) {
                    context.fillStyle = colours.get(state) ?? "";
                    context.fillRect(left + x, bottom - part, 1, part);
                    bottom -= part;
                }
            });
        }
    }

    private paintAxis(
        context: CanvasRenderingContext2D,
        width: number,
        height: number,
        ink: string,
        ground: string,
        line: string,
    ): void {
        const left = labelWidth(width);
        context.fillStyle = ground;
        context.fillRect(0, 0, width, AXIS);
        const span = this.to - this.from;
        const wanted = span / Math.max(2, this.plotWidth() / 90);
        const power = 10 ** Math.floor(Math.log10(wanted));
        const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= wanted) ?? wanted;
        for (let at = Math.ceil(this.from / step) * step; at <= this.to; at += step) {
            const x = left + ((at - this.from) / span) * this.plotWidth();
            context.fillStyle = line;
            context.fillRect(x, AXIS - 4, 1, height);
            context.fillStyle = ink;
            context.fillText(millis(at), x + 3, AXIS / 2);
        }
    }
}

function rowHeight(lane: Lane): number {
    return isCrowd(lane) ? GROUP_ROW : ROW;
}

function labelWidth(width: number): number {
    return Math.min(180, Math.round(width * 0.28));
}
