// A quiz of the lesson as a form. Without a script it is a list whose choices unfold.

import { announce } from "../page/announce";
import { element } from "../page/dom";
import { forget, remember, remembered } from "../page/memory";
import { Choice } from "./choice";
import { t } from "../page/texts";

/** Sends an answer; it fails when the server cannot be reached. */
type Send = (quiz: string, choices: number[]) => Promise<void>;

export class Quiz {
    readonly id: string;
    private readonly choices: Choice[];
    private readonly several: boolean;
    private readonly verdict = element("p", { class: "quiz-verdict" });
    private readonly unsent: string;

    constructor(
        section: HTMLElement,
        lesson: string,
        private readonly send: Send,
    ) {
        this.id = section.dataset.quiz!;
        this.unsent = `interleave.quiz.${lesson}.${this.id}`;
        const items = [...section.querySelectorAll<HTMLElement>(".choice")];
        this.several = items.filter((item) => item.dataset.correct === "true").length > 1;
        const kind = this.several ? "checkbox" : "radio";
        this.choices = items.map((item) => new Choice(item, `quiz-${this.id}`, kind));
        section.replaceChildren(this.form(section));
        section.classList.add("live");
    }

    /** Shows what was answered before, or answers what could not be sent before. */
    restore(choices: number[] | null): void {
        const kept = remembered(this.unsent);
        if (kept !== null) {
            this.show(JSON.parse(kept) as number[]);
            void this.store(JSON.parse(kept) as number[]);
        } else if (choices !== null) {
            this.show(choices);
        }
    }

    private form(section: HTMLElement): HTMLFormElement {
        const question = section.querySelector(".question")!;
        const legend = element("legend", { class: "question" }, ...question.childNodes);
        const several = this.several ? element("p", { class: "quiz-several" }, t("More than one is right.")) : null;
        const form = element(
            "form",
            { class: "quiz-form" },
            element("fieldset", {}, legend, several, section.querySelector(".choices")),
            element(
                "p",
                { class: "quiz-check" },
                element("button", { type: "submit", class: "primary" }, t("Check")),
                this.verdict,
            ),
        );
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.answer();
        });
        form.addEventListener("change", () => this.unexplain());
        return form;
    }

    private answer(): void {
        const chosen = this.choices.filter((choice) => choice.chosen).map((choice) => choice.number);
        if (chosen.length === 0) {
            this.say(t("Choose an answer first."), "");
            return;
        }
        this.show(chosen);
        announce(this.verdict.textContent ?? "");
        void this.store(chosen);
    }

    private async store(chosen: number[]): Promise<void> {
        remember(this.unsent, JSON.stringify(chosen));
        try {
            await this.send(this.id, chosen);
            forget(this.unsent);
        } catch {
            // It stays in this browser, and is sent when the lesson is opened again.
        }
    }

    private show(chosen: number[]): void {
        for (const choice of this.choices) {
            choice.chosen = chosen.includes(choice.number);
        }
        const right = this.choices.every((choice) => choice.chosen === choice.correct);
        for (const choice of this.choices) {
            choice.explain(right || choice.chosen);
        }
        if (right) {
            this.say(t("Right."), "right");
        } else if (this.several && this.choices.every((choice) => choice.correct || !choice.chosen)) {
            this.say(t("So far right, but that is not all."), "wrong");
        } else {
            this.say(t("Not quite. Read why, and try again."), "wrong");
        }
    }

    private unexplain(): void {
        this.choices.forEach((choice) => choice.explain(false));
        this.say("", "");
    }

    private say(words: string, kind: string): void {
        this.verdict.textContent = words;
        this.verdict.className = `quiz-verdict ${kind}`;
    }
}
