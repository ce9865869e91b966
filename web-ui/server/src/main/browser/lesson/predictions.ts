// Predictions about a cell that is to be run many times: tick what is possible, try, and compare.

import type { Cell } from "../cell/cell";
import { button, element } from "../page/dom";
import { outcomeText, type SchedulesAnswer } from "../schedules/model";
import type { Notebook } from "./notebook";
import { count as numberText, t } from "../page/texts";

export function predictions(notebook: Notebook): void {
    for (const section of document.querySelectorAll<HTMLElement>("section.predict[data-cell]")) {
        const cell = notebook.cells.find((each) => each.id === section.dataset.cell);
        if (cell?.figure.dataset.look === "schedules") {
            offer(section, cell);
        }
    }
}

/** The explanations come after the run; until then there are boxes to tick. */
function offer(section: HTMLElement, cell: Cell): void {
    const list = section.querySelector<HTMLElement>(".choices")!;
    const choices = [...list.querySelectorAll<HTMLElement>(".choice")];
    const boxes = choices.map(() => element("input", { type: "checkbox" }));
    const labels = choices.map((choice, index) =>
        element("label", {}, boxes[index]!, " ", ...[...nameOf(choice).cloneNode(true).childNodes]),
    );
    const form = element(
        "fieldset",
        { class: "guess" },
        element("legend", {}, t("Tick what is possible:")),
        ...labels,
        button("quiet recommended", () => void cell.runManyTimes(), t("Run it many times")),
    );
    list.hidden = true;
    list.before(form);
    cell.onSampled((answer) => {
        if (answer.runs > 0) {
            list.hidden = false;
            choices.forEach((choice, index) => compare(choice, boxes[index]!.checked, answer));
        }
    });
}

function compare(choice: HTMLElement, ticked: boolean, answer: SchedulesAnswer): void {
    const name = plain(nameOf(choice).textContent ?? "");
    const met = answer.outcomes
        .filter((outcome) => plain(outcomeText(outcome)) === name)
        .reduce((sum, outcome) => sum + outcome.count, 0);
    const count = met === 0 ? t("never met") : t("met in {0}", numberText(met));
    const said = ticked ? t("You said that it is possible") : t("You said that it is not possible");
    choice.querySelector(".guessed")?.remove();
    choice
        .querySelector("summary")!
        .append(element("small", { class: "guessed" }, t(" {0}; {1} of {2} runs.", said, count, numberText(answer.runs))));
}

function nameOf(choice: HTMLElement): HTMLElement {
    return choice.querySelector<HTMLElement>("summary > span")!;
}

/** However the author and the program break lines. */
function plain(text: string): string {
    return text.replace(/\s+/g, " ").trim();
}
