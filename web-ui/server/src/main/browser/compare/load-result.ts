// Versions under load: what is claimed, the curves, and the same in numbers.

import type { LoadCurves, Quantity } from "../messages";
import { safe } from "../output/problems";
import { button, element } from "../page/dom";
import { savePng, saveSvg } from "./export";
import { lessonLink } from "./lint-lessons";
import { inFlight, type LoadCurve } from "./load";
import { loadPicture, type Named } from "./load-picture";
import { bytes, percent, time, times } from "./numbers";
import { Reading } from "./reading";
import { svg } from "./svg";
import { machineWords, meanCell, table, row } from "./tables";
import { t, told } from "../page/texts";

const KINDS: [Quantity, string, string][] = [
    ["throughput", t("Answers a second"), t("Answers in a second by n, the requests in each delay")],
    ["p50", t("Half within"), t("Time within which half of the requests are done, from the planned moment")],
    ["p95", t("95 % within"), t("Time within which 95 % of the requests are done, from the planned moment")],
    ["p99", t("99 % within"), t("Time within which 99 % of the requests are done, from the planned moment")],
];

export class LoadResult {
    readonly element = element("section", { class: "compare-result" });
    private readonly claim = element("p", { class: "compare-claim" });
    private readonly title = element("p", { class: "compare-axis" });
    private readonly picture = element("div", { class: "compare-picture", role: "group" });
    private readonly buttons: HTMLButtonElement[];
    private readonly reading = new Reading(this.picture);
    private readonly rest = element("div");
    private curves: LoadCurve[] = [];
    private over: LoadCurves | null = null;
    private kind = 0;
    private width = 0;

    /** `delayMillis` of the simulated service; `name` of its files, when they are saved. */
    constructor(name: string, private readonly delayMillis: number) {
        this.buttons = KINDS.map(([, words], index) => button("quiet", () => this.choose(index), words));
        const save = (use: (drawing: SVGSVGElement, said: string) => void) => () => {
            const drawing = this.picture.querySelector("svg");
            if (drawing !== null) {
                use(drawing, drawing.getAttribute("aria-label")!);
            }
        };
        const kinds = element(
            "div",
            { class: "compare-kinds", role: "group", "aria-label": t("Picture of the measurement") },
            ...this.buttons,
            element(
                "span",
                { class: "compare-exports" },
                button("quiet", save((drawing, said) => saveSvg(drawing, said, name)), "SVG"),
                button("quiet", save((drawing, said) => void savePng(drawing, said, name)), "PNG"),
            ),
        );
        this.element.append(this.claim, kinds, this.title, this.picture, this.reading.words, this.rest);
        new ResizeObserver(([entry]) => {
            this.width = Math.floor(entry!.contentRect.width);
            this.draw();
        }).observe(this.picture);
    }

    showLive(curves: LoadCurve[], rounds: number): void {
        this.element.dataset.claim = "none";
        this.claim.textContent = t("Round {0}, and not yet a result.", rounds);
        this.curves = curves;
        this.over = null;
        this.rest.replaceChildren();
        this.draw();
    }

    showEnd(result: LoadCurves): void {
        this.element.dataset.claim = "curves";
        this.claim.textContent = safe(told(result.message));
        this.curves = result.curves;
        this.over = result;
        this.rest.replaceChildren(...around(result));
        this.draw();
    }

    private choose(kind: number): void {
        this.kind = kind;
        this.draw();
    }

    private draw(): void {
        if (this.width < 100 || this.curves.every((curve) => curve.points.length === 0)) {
            return;
        }
        const [quantity, , title] = KINDS[this.kind]!;
        this.buttons.forEach((each, index) => each.setAttribute("aria-pressed", String(index === this.kind)));
        const drawing = loadPicture(this.curves, quantity, this.delayMillis, this.named(quantity), this.width);
        const drawn = svg("svg", {
            viewBox: `0 0 ${this.width} ${drawing.height}`,
            width: String(this.width),
            height: String(drawing.height),
            role: "img",
            "aria-label": safe(`${t("{0}.", title)} ${this.claim.textContent ?? ""}`),
        });
        drawn.append(...drawing.parts);
        this.title.textContent = title;
        this.picture.setAttribute("aria-label", t("{0}. The arrow keys read every point.", title));
        this.picture.replaceChildren(drawn);
        this.reading.use(drawing.points);
    }

    /** Knees where answers are counted, crossings where they are timed. */
    private named(quantity: Quantity): Named[] {
        if (this.over === null) {
            return [];
        }
        const { curves, crossings } = this.over;
        return quantity === "throughput"
            ? curves.flatMap(({ name, knee }) => (knee === null ? [] : [{ n: knee, words: t("{0} levels off", name) }]))
            : crossings.map(({ faster, n }) => ({ n, words: t("{0} is faster from here on", curves[faster - 1]!.name) }));
    }
}

/** What a request in flight holds; nothing of results that are older than that. */
function memory({ curves }: LoadCurves): HTMLElement | string {
    if (curves.some((curve) => curve.memoryPerTask === undefined)) {
        return "";
    }
    return table(
        [t("Mean over the JVMs, with its interval at 99 %"), t("Memory that a request holds in flight")],
        curves.map((curve) => row(safe(curve.name), meanCell(curve.memoryPerTask ?? null, bytes))),
    );
}

function around(result: LoadCurves): HTMLElement[] {
    const tables = result.curves.map((curve) =>
        table(
            [`${safe(curve.name)}: n`, t("Answers a second"), t("Half within"), t("95 % within"), t("99 % within"), t("In flight"), t("Not done")],
            curve.points.map((point, place) =>
                row(
                    String(point.n),
                    point.throughput.high === null
                        ? point.throughput.value.toPrecision(3)
                        : t("{0} ({1} to {2})", point.throughput.value.toFixed(0), point.throughput.low.toFixed(0), point.throughput.high.toFixed(0)),
                    time(point.p50.value),
                    time(point.p95.value),
                    time(point.p99.value),
                    times(inFlight(curve, place)),
                    percent(Math.max(...point.raw.map((one) => one.unfinished))),
                ),
            ),
        ),
    );
    const lints = result.lints.map((lint) =>
        element("li", {}, element("strong", {}, t("{0}, line {1}: ", safe(result.curves[lint.version - 1]!.name), lint.line)), `${safe(told(lint.message))} (${lint.rule}) `, lessonLink(lint.lesson)),
    );
    const { host } = result;
    return [
        ...(lints.length === 0 ? [] : [element("ul", { class: "compare-lints", "aria-label": t("What may spoil this measurement") }, ...lints)]),
        element("details", { class: "compare-numbers" }, element("summary", {}, t("The curves in numbers")), ...tables, memory(result)),
        element(
            "p",
            { class: "compare-host" },
            t(
                "{0} rounds in {1} s, in JVMs of their own; intervals at 99 %. The service took {2} ms where {3} were asked for. ",
                result.rounds,
                result.seconds.toFixed(0),
                result.serviceMillis.toFixed(1),
                result.delayMillis.toFixed(0),
            ),
            machineWords(host),
        ),
    ];
}
