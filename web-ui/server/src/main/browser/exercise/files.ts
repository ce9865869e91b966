// The files of an exercise: one alone, or several as tabs.

import { button, element } from "../page/dom";
import { move } from "../lesson/tabs";
import type { ExerciseFile } from "./file";
import { t } from "../page/texts";

/** Lays out the files of an exercise; the function that comes back shows one of them. */
export function fileTabs(id: string, title: string, files: ExerciseFile[]): (name: string) => void {
    if (files.length < 2) {
        return () => undefined;
    }
    const tabs = files.map((file, index) => {
        const tab = button("", () => show(file.name), file.name);
        tab.id = `${id}-tab-${index}`;
        tab.setAttribute("role", "tab");
        file.figure.id = `${id}-file-${index}`;
        file.figure.setAttribute("role", "tabpanel");
        file.figure.setAttribute("aria-labelledby", tab.id);
        tab.setAttribute("aria-controls", file.figure.id);
        return tab;
    });
    const show = (name: string) =>
        files.forEach((file, index) => {
            const chosen = file.name === name;
            file.figure.hidden = !chosen;
            tabs[index]!.setAttribute("aria-selected", String(chosen));
            tabs[index]!.tabIndex = chosen ? 0 : -1;
        });
    const list = element(
        "div",
        { role: "tablist", class: "file-tabs", "aria-label": t("Files of {0}", title) },
        ...tabs,
    );
    list.addEventListener("keydown", (event) => move(event, tabs));
    files[0]!.figure.before(list);
    show(files[0]!.name);
    return show;
}
