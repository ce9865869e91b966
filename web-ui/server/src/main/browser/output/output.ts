// What one cell printed and gave, below it, in the order in which it came.

import type { CellEvent } from "../messages";
import { announce } from "../page/announce";
import { element } from "../page/dom";
import { inputLine } from "./input-line";
import { leftovers } from "./leftovers";
import { Lines } from "./lines";
import { diagnostic, exception, type GoTo } from "./problems";
import { shown } from "./shown";
import { OutputTools } from "./tools";
import { Transcript } from "./transcript";
import { value } from "./value";
import { count, t, told } from "../page/texts";

const SPOKEN_LINES = 30;
const SCROLL_SLACK = 24;

export interface OutputActions {
    goTo: GoTo;
    /** Whether the line has reached the cell. */
    sendInput(text: string): Promise<boolean>;
    endThreads(): void;
    /** Null where an output cannot be cleared. */
    readonly clear: (() => void) | null;
}

export class Output {
    readonly element: HTMLElement;
    private readonly log: HTMLElement;
    private readonly tools: OutputTools;
    private waiting: CellEvent[] = [];
    private scheduled = false;
    private lines: { error: boolean; lines: Lines } | null = null;
    private readonly printed = new Transcript();
    private spoken = 0;
    private input: HTMLElement | null = null;
    private asked = false;
    private left: HTMLElement | null = null;

    constructor(
        private readonly id: string,
        label: string,
        private readonly actions: OutputActions,
    ) {
        this.log = element("div", {
            class: "output-log",
            role: "log",
            tabindex: "0",
            "aria-label": t("Output of {0}", label),
        });
        this.element = element("div", { class: "output", hidden: "" }, this.log);
        this.tools = new OutputTools(this.element, this.log, this.printed, actions.clear);
        this.element.append(this.tools.element);
    }

    /** Another run begins. */
    clear(): void {
        this.input?.remove();
        this.input = null;
        this.empty();
    }

    /** Takes away what was printed so far; what a running cell asks for stays. */
    empty(): void {
        this.waiting = [];
        this.log.replaceChildren();
        this.log.setAttribute("aria-live", "polite");
        this.lines = null;
        this.printed.clear();
        this.spoken = 0;
        this.left = null;
        this.tools.reset();
        this.element.hidden = this.input === null;
    }

    /** Shows the event with the next frame; many that come at once cost one layout. */
    show(event: CellEvent): void {
        this.waiting.push(event);
        if (!this.scheduled) {
            this.scheduled = true;
            nextFrame(() => this.flush());
        }
    }

    /** Shows what waits now, before somebody measures or moves the page. */
    flush(): void {
        this.scheduled = false;
        if (this.waiting.length === 0) {
            return;
        }
        const atEnd =
            this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < SCROLL_SLACK;
        const events = this.waiting;
        this.waiting = [];
        for (const event of events) {
            this.add(event);
        }
        this.element.hidden = this.log.childElementCount === 0 && this.input === null;
        this.tools.update();
        if (atEnd) {
            this.log.scrollTop = this.log.scrollHeight;
        }
        this.goToInput();
    }

    /** Hides it, or shows it again. */
    toggle(): void {
        this.tools.toggle();
    }

    threadsEnded(remaining: number): void {
        this.left?.replaceChildren(
            remaining === 0
                ? t("All threads have ended.")
                : t("{0} would not end. Restart the session to be rid of them.", remaining),
        );
    }

    private add(event: CellEvent): void {
        switch (event.type) {
            case "stdout":
            case "stderr":
                return this.print(event.type === "stderr", event.text);
            case "omitted":
                return this.append(omitted(event.bytes));
            case "shown":
                this.printed.add(`${event.text}\n`);
                return this.append(shown(event));
            case "value":
                this.printed.add(`⇒ ${event.text}\n`);
                return this.append(value(event.name, event.javaType, event.text));
            case "diagnostic":
                this.printed.add(`line ${event.line}: ${event.message}\n`);
                return this.append(diagnostic(event, this.actions.goTo));
            case "exception":
                this.printed.add(`${event.class}: ${event.message ?? ""}\n`);
                return this.append(exception(event, this.actions.goTo));
            case "wants-input":
                return this.askForInput();
            case "leftovers":
                this.left = leftovers(event.count, event.threads, this.actions.endThreads);
                return this.append(this.left);
            case "done":
                this.endInput();
                if (event.message !== null && event.message !== "") {
                    this.append(element("p", { class: `run-message ${event.status}` }, told(event.message)));
                }
                return;
            case "begun":
            case "queued":
            case "started":
                return;
        }
    }

    private print(error: boolean, text: string): void {
        this.hushFlood(text);
        this.printed.add(text);
        if (this.lines === null || this.lines.error !== error) {
            const lines = new Lines(error ? "stderr" : "stdout", error ? "stderr" : null);
            this.log.append(lines.element);
            this.lines = { error, lines };
        }
        this.lines.lines.print(text);
    }

    private append(child: HTMLElement): void {
        this.lines = null;
        this.log.append(child);
    }

    /** A screen reader that would read ten thousand lines is told only how the run ended. */
    private hushFlood(text: string): void {
        this.spoken += text.split("\n").length;
        if (this.spoken > SPOKEN_LINES) {
            this.log.setAttribute("aria-live", "off");
        }
    }

    private askForInput(): void {
        if (this.input === null) {
            this.input = inputLine(`input-${this.id}`, (text) => this.sendTyped(text));
            this.log.after(this.input);
        }
        this.asked = true;
    }

    /** Stands where it was typed, before what the cell says to it. */
    private async sendTyped(text: string): Promise<boolean> {
        const typed = element("div", { class: "typed" }, text);
        this.append(typed);
        const sent = await this.actions.sendInput(text);
        if (!sent) {
            typed.remove();
        }
        return sent;
    }

    /** Who typed the last line stays with the cell. */
    private endInput(): void {
        if (this.input?.contains(document.activeElement)) {
            this.log.focus();
        }
        this.input?.remove();
        this.input = null;
    }

    /** Only where a line is still wanted: what is shown again may have been answered long ago. */
    private goToInput(): void {
        if (!this.asked) {
            return;
        }
        this.asked = false;
        if (this.input !== null && this.element.parentElement?.contains(document.activeElement)) {
            this.input.querySelector("input")?.focus();
        } else if (this.input !== null) {
            announce(t("The cell waits for a line:"));
        }
    }
}

function omitted(bytes: number): HTMLElement {
    const words = t("{0} bytes omitted here", count(bytes));
    return element("p", { class: "omitted" }, words);
}

/** The next frame, or soon where there are no frames because the page is hidden. */
function nextFrame(action: () => void): void {
    let done = false;
    const once = () => {
        if (!done) {
            done = true;
            action();
        }
    };
    requestAnimationFrame(once);
    setTimeout(once, 250);
}
