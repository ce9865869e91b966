// All shortcuts in one dialog, behind a button and the key ?.

import { element, isTyping } from "./dom";
import { t } from "./texts";

const IN_CELL: [string, string][] = [
    ["Shift Enter", t("Run the cell and go to the next one")],
    ["Ctrl Enter", t("Run the cell and stay (⌘ Enter on a Mac)")],
    ["Ctrl Shift Enter", t("Run all cells above, then this one")],
    ["Ctrl Alt Enter", t("Run this cell, then all below")],
    ["Alt Enter", t("Run the cell and add one of your own below")],
    ["Ctrl Shift -", t("Split the cell at the cursor")],
    ["Ctrl Space", t("Complete")],
    ["F1", t("Documentation of the name at the cursor")],
    ["Ctrl Shift Space", t("Parameters of the call at the cursor")],
    ["F12", t("Go to where the name is defined")],
    ["F2", t("Rename in the cell")],
    ["F8", t("Next problem")],
    ["Ctrl .", t("Import what is missing")],
    ["Ctrl Shift F", t("Format")],
    ["Ctrl /", t("Comment or uncomment lines")],
    ["Ctrl F", t("Find and replace in the cell")],
    ["Ctrl Z, Ctrl Y", t("Undo, redo")],
    ["Escape", t("Leave the editor: Tab then goes on in the page")],
];

const ON_CELL: [string, string][] = [
    ["Enter", t("Edit the cell")],
    ["↓ or j, ↑ or k", t("Next cell, previous cell")],
    ["Shift Enter, Ctrl Enter", t("Run the cell, as in the editor")],
    ["a, b", t("Add a cell of your own above, below")],
    ["Alt ↑, Alt ↓", t("Move your cell")],
    ["Delete or d d", t("Remove your cell")],
    ["z", t("Undo the removal of a cell")],
    ["o", t("Hide or show the output")],
    ["i i", t("Stop what runs")],
    ["0 0", t("Restart the session, after asking")],
];

const ON_PARAGRAPH: [string, string][] = [
    ["n", t("Go to the paragraph that you read")],
    ["↓ or j, ↑ or k", t("Next paragraph, previous paragraph")],
    ["Enter", t("Your note on it")],
];

const ANYWHERE: [string, string][] = [
    ["/, Ctrl K", t("Search all lessons")],
    ["?", t("Show this")],
];

export function shortcutsDialog(opener: HTMLElement | null, onLesson: boolean): void {
    let dialog: HTMLDialogElement | null = null;
    const open = () => {
        dialog ??= document.body.appendChild(create(onLesson));
        dialog.showModal();
    };
    opener?.addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
        if (event.key === "?" && !isTyping(event) && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            open();
        }
    });
}

function create(onLesson: boolean): HTMLDialogElement {
    const parts = onLesson
        ? [...list(t("In the editor of a cell"), IN_CELL), ...list(t("On a cell"), ON_CELL), ...list(t("On a paragraph"), ON_PARAGRAPH)]
        : [];
    return element(
        "dialog",
        { class: "shortcuts", "aria-labelledby": "shortcuts-title" },
        element("h2", { id: "shortcuts-title" }, t("Keyboard shortcuts")),
        ...parts,
        ...list(t("Anywhere"), ANYWHERE),
        element(
            "form",
            { method: "dialog" },
            element("button", { class: "primary", type: "submit" }, t("Close")),
        ),
    );
}

function list(title: string, rows: [string, string][]): HTMLElement[] {
    const pairs = rows.flatMap(([keys, meaning]) => [
        element("dt", {}, ...keyCaps(keys)),
        element("dd", {}, meaning),
    ]);
    return [element("h3", {}, title), element("dl", {}, ...pairs)];
}

/** Key names as key caps; the small words between them stay words. */
function keyCaps(keys: string): (Node | string)[] {
    return keys
        .split(/( or |, | )/)
        .map((part) => (/^( or |, | )$/.test(part) ? part : element("kbd", {}, part)));
}
