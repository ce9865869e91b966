// The attempts that are kept, and what has changed since each.

import type { AttemptState, PastAttempt } from "../messages";
import { safe } from "../output/problems";
import { button, element } from "../page/dom";
import { diff, type Line } from "./diff";
import type { ExerciseFile } from "./file";
import { said } from "./verdict";
import { SPOKEN, t } from "../page/texts";

export class AttemptList {
    readonly element = element("details", { ...SPOKEN, class: "attempts" });
    private readonly summary = element("summary");
    private readonly list = element("ol");

    constructor(private readonly open: (attempt: AttemptState) => void) {
        this.element.append(this.summary, this.list);
        this.element.hidden = true;
    }

    show(attempts: AttemptState[]): void {
        const over = attempts.filter((each) => each.state !== "queued" && each.state !== "running");
        this.element.hidden = over.length === 0;
        this.summary.textContent = t("Attempts ({0})", over.length);
        this.list.replaceChildren(...over.toReversed().map((each) => this.item(each)));
    }

    private item(attempt: AttemptState): HTMLElement {
        const time = new Date(attempt.startedAt).toLocaleString(document.documentElement.lang);
        const kind = attempt.kind === "submit" ? t("submitted") : t("tests run");
        return element(
            "li",
            {},
            element("span", { class: "attempt-when" }, `${time}, ${kind}`),
            element("span", { class: `attempt-verdict ${said(attempt).kind}` }, said(attempt).text),
            button("quiet", () => this.open(attempt), t("What changed since")),
        );
    }
}

/** Shows what has changed since an attempt; its text can be taken back. */
export function showChanges(past: PastAttempt, files: ExerciseFile[]): void {
    const close = () => dialog.close();
    const takeBack = () => {
        files.forEach((file) => file.useText(past.files[file.name] ?? file.text));
        close();
    };
    const dialog = element(
        "dialog",
        { class: "shortcuts changes", "aria-labelledby": "changes-title" },
        element("h2", { id: "changes-title" }, t("What changed since attempt {0}", past.number)),
        ...files.flatMap((file) => changes(file, past.files[file.name] ?? "")),
        element(
            "p",
            { class: "dialog-buttons" },
            button("quiet", close, t("Close")),
            button("primary", takeBack, t("Go back to that attempt")),
        ),
    );
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
}

function changes(file: ExerciseFile, before: string): HTMLElement[] {
    const name = element("h3", {}, file.name);
    if (before === file.text) {
        return [name, element("p", {}, t("Nothing."))];
    }
    const pre = element("pre", { class: "diff", tabindex: "0", "aria-label": t("Changes in {0}", file.name) });
    pre.append(...diff(before, file.text).map(lineOf));
    return [name, pre];
}

function lineOf(line: Line): HTMLElement {
    const text = `${{ same: " ", gone: "−", new: "+" }[line.kind]} ${safe(line.text)}\n`;
    return element(line.kind === "gone" ? "del" : line.kind === "new" ? "ins" : "span", {}, text);
}
