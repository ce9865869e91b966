// What went wrong, as text: the compiler's messages and exceptions, with links to the lines.

import { button, element } from "../page/dom";
import { visible } from "./visible";
import type { Diagnostic, Thrown } from "../messages";
import { t } from "../page/texts";

/** Puts the cursor at a place of the cell. */
export type GoTo = (line: number, column: number) => void;

const OWN_LINE = /Cell:(\d+)/;

export function diagnostic(problem: Diagnostic, goTo: GoTo): HTMLElement {
    const place = button(
        "place",
        () => goTo(problem.line, problem.column),
        t("Line {0}", problem.line),
    );
    const kind = problem.severity === "error" ? "error" : "warning";
    return element(
        "div",
        { class: `problem ${kind}` },
        element("p", { class: "problem-place" }, place, ` ${kind === "error" ? t("error") : t("warning")}`),
        element("pre", { class: "problem-message" }, safe(problem.message)),
    );
}

export function exception(thrown: Thrown, goTo: GoTo): HTMLElement {
    const box = element("div", { class: "problem exception" }, headline(thrown, ""));
    box.append(stack(thrown.stack, goTo));
    for (let cause = thrown.cause; cause; cause = cause.cause) {
        box.append(headline(cause, t("Caused by ")), stack(cause.stack, goTo));
    }
    return box;
}

function headline(thrown: Omit<Thrown, "type">, before: string): HTMLElement {
    const message = thrown.message === null ? "" : `: ${safe(thrown.message)}`;
    const name = element("strong", {}, safe(thrown.class));
    return element("p", { class: "exception-headline" }, before, name, message);
}

function stack(frames: string[], goTo: GoTo): HTMLElement {
    const list = element("ol", { class: "stack" });
    for (let i = 0; i < frames.length; ) {
        const frame = frames[i]!;
        let next = i + 1;
        while (frames[next] === frame) {
            next++;
        }
        // Who calls itself too deeply fills the list, and more is not told of it than the list has.
        const times = next - i;
        const again = times > 1 ? t(" (at least {0} times in a row)", times) : "";
        list.append(element("li", {}, ...frameParts(frame, goTo), again));
        i = next;
    }
    return list;
}

function frameParts(frame: string, goTo: GoTo): (Node | string)[] {
    const own = OWN_LINE.exec(frame);
    if (own === null) {
        return [`at ${safe(frame)}`];
    }
    const line = Number(own[1]);
    const before = frame.slice(0, own.index);
    const after = frame.slice(own.index + own[0].length);
    const link = button("place", () => goTo(line, 1), t("line {0}", line));
    return [`at ${safe(before)}`, link, safe(after)];
}

/** One string with hidden characters made visible; line ends stay. */
export function safe(text: string): string {
    const lines = text.split("\n");
    return lines.map((line) => visible(line).map((run) => run.text).join("")).join("\n");
}
