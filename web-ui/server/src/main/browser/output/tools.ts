// What can be done with an output: see all of a long one, see it as it was printed, hide it, copy it.

import { button, element } from "../page/dom";
import { SPOKEN, count as numberText, t } from "../page/texts";

const COPIED = 1500;

/** What was printed, escapes and all. */
export interface Printed {
    readonly text: string;
    readonly lines: number;
}

export class OutputTools {
    readonly element: HTMLElement;
    private readonly copy: HTMLButtonElement;
    private readonly rawSwitch: HTMLButtonElement;
    private readonly fold: HTMLButtonElement;
    private readonly all: HTMLButtonElement;
    private raw: HTMLElement | null = null;

    /** `frame` is what holds the log. */
    constructor(
        private readonly frame: HTMLElement,
        private readonly log: HTMLElement,
        private readonly printed: Printed,
        clear: (() => void) | null,
    ) {
        this.copy = button("quiet", () => void this.copyText(), t("Copy output"));
        this.rawSwitch = button("quiet", () => this.showRaw(this.raw === null), t("Raw"));
        this.rawSwitch.title = t("The text as it was printed, with escape sequences");
        this.fold = button("quiet", () => this.toggle(), t("Hide"));
        this.all = button("quiet show-all", () => this.showAll(!this.expanded), t("Show all"));
        this.all.hidden = true;
        this.element = element(
            "div",
            { ...SPOKEN, class: "output-tools" },
            this.copy,
            this.rawSwitch,
            this.fold,
            clear === null ? null : button("quiet", clear, t("Clear")),
            this.all,
        );
        this.update();
    }

    /** Another run begins: everything is as at first. */
    reset(): void {
        this.showRaw(false);
        this.hide(false);
        this.showAll(false);
        this.update();
    }

    /** Something was printed. */
    update(): void {
        const count = this.printed.lines;
        const words = count === 1 ? t("1 line") : t("{0} lines", numberText(count));
        this.copy.hidden = count === 0;
        this.rawSwitch.hidden = count === 0;
        this.fold.textContent = this.hidden ? t("Show output ({0})", words) : t("Hide");
        this.all.textContent = this.expanded ? t("Show less") : count > 1 ? t("Show all ({0})", words) : t("Show all");
        this.all.hidden =
            this.hidden || (!this.expanded && this.log.scrollHeight <= this.log.clientHeight + 1);
        if (this.raw !== null) {
            this.raw.textContent = this.printed.text;
        }
    }

    /** Hides the output, or shows it again. */
    toggle(): void {
        this.hide(!this.hidden);
    }

    private get hidden(): boolean {
        return this.frame.classList.contains("folded");
    }

    private get expanded(): boolean {
        return this.frame.classList.contains("expanded");
    }

    private hide(hidden: boolean): void {
        this.frame.classList.toggle("folded", hidden);
        this.fold.setAttribute("aria-expanded", String(!hidden));
        this.update();
    }

    private showAll(all: boolean): void {
        this.frame.classList.toggle("expanded", all);
        this.all.setAttribute("aria-expanded", String(all));
        this.update();
    }

    private showRaw(raw: boolean): void {
        this.raw?.remove();
        this.raw = null;
        if (raw) {
            this.raw = element("pre", { class: "raw", tabindex: "0", "aria-label": t("Raw output") });
            this.log.after(this.raw);
        }
        this.frame.classList.toggle("as-raw", raw);
        this.rawSwitch.setAttribute("aria-pressed", String(raw));
        this.update();
    }

    private async copyText(): Promise<void> {
        await navigator.clipboard.writeText(this.printed.text);
        this.copy.textContent = t("Copied");
        setTimeout(() => (this.copy.textContent = t("Copy output")), COPIED);
    }
}
