// All shortcuts in one dialog, behind a button and the key ?.

import { element, isTyping } from "./dom";

const IN_CELL: [string, string][] = [
    ["Shift Enter", "Run the cell and go to the next one"],
    ["Ctrl Enter", "Run the cell and stay (⌘ Enter on a Mac)"],
    ["Ctrl Shift Enter", "Run all cells above, then this one"],
    ["Ctrl Alt Enter", "Run this cell, then all below"],
    ["Alt Enter", "Run the cell and add one of your own below"],
    ["Ctrl Shift -", "Split the cell at the cursor"],
    ["Ctrl Space", "Complete"],
    ["F1", "Documentation of the name at the cursor"],
    ["Ctrl Shift Space", "Parameters of the call at the cursor"],
    ["F12", "Go to where the name is defined"],
    ["F2", "Rename in the cell"],
    ["F8", "Next problem"],
    ["Ctrl .", "Import what is missing"],
    ["Ctrl Shift F", "Format"],
    ["Ctrl /", "Comment or uncomment lines"],
    ["Ctrl F", "Find and replace in the cell"],
    ["Ctrl Z, Ctrl Y", "Undo, redo"],
    ["Escape", "Leave the editor: Tab then goes on in the page"],
];

const ON_CELL: [string, string][] = [
    ["Enter", "Edit the cell"],
    ["↓ or j, ↑ or k", "Next cell, previous cell"],
    ["Shift Enter, Ctrl Enter", "Run the cell, as in the editor"],
    ["a, b", "Add a cell of your own above, below"],
    ["Alt ↑, Alt ↓", "Move your cell"],
    ["Delete or d d", "Remove your cell"],
    ["z", "Undo the removal of a cell"],
    ["o", "Hide or show the output"],
    ["i i", "Stop what runs"],
    ["0 0", "Restart the session, after asking"],
];

const ON_PARAGRAPH: [string, string][] = [
    ["n", "Go to the paragraph that you read"],
    ["↓ or j, ↑ or k", "Next paragraph, previous paragraph"],
    ["Enter", "Your note on it"],
];

const ANYWHERE: [string, string][] = [
    ["/, Ctrl K", "Search all lessons"],
    ["?", "Show this"],
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
        ? [...list("In the editor of a cell", IN_CELL), ...list("On a cell", ON_CELL), ...list("On a paragraph", ON_PARAGRAPH)]
        : [];
    return element(
        "dialog",
        { class: "shortcuts", "aria-labelledby": "shortcuts-title" },
        element("h2", { id: "shortcuts-title" }, "Keyboard shortcuts"),
        ...parts,
        ...list("Anywhere", ANYWHERE),
        element(
            "form",
            { method: "dialog" },
            element("button", { class: "primary", type: "submit" }, "Close"),
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
