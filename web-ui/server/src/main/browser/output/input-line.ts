// A line for the cell that waits for one.

import { element } from "../page/dom";
import { t } from "../page/texts";

/** What could not be sent stands in the field again. */
export function inputLine(id: string, send: (text: string) => Promise<boolean>): HTMLFormElement {
    const field = element("input", { id, type: "text", autocomplete: "off", spellcheck: "false" });
    const form = element(
        "form",
        { class: "input-line" },
        element("label", { for: id }, t("The cell waits for a line:")),
        field,
        element("button", { type: "submit", class: "quiet" }, t("Send")),
    );
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        const line = field.value;
        field.value = "";
        void send(`${line}\n`).then((sent) => {
            if (!sent) {
                field.value = line + field.value;
            }
        });
    });
    return form;
}
