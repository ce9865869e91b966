// What stands in the header of every page.

import { searchDialog } from "./search";
import { shortcutsDialog } from "./shortcuts";
import { themeButton } from "./theme";

export function pageTools(onLesson: boolean): void {
    const theme = document.querySelector<HTMLButtonElement>("[data-theme-button]");
    if (theme !== null) {
        themeButton(theme);
    }
    searchDialog(document.querySelector<HTMLElement>("[data-search]"));
    shortcutsDialog(document.querySelector<HTMLElement>("[data-shortcuts]"), onLesson);
}
