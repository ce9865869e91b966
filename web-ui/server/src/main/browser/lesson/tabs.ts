// The same thing in several languages as tabs; all of a page keep in step, and the choice stays.

import { button, element } from "../page/dom";
import { remember, remembered } from "../page/memory";

const KEY = "interleave.contrast";

interface Tabs {
    readonly languages: string[];
    show(language: string): void;
}

export function contrastTabs(root: ParentNode): void {
    const all: Tabs[] = [];
    const showEverywhere = (language: string) => {
        remember(KEY, language);
        all.forEach((tabs) => tabs.show(language));
    };
    root.querySelectorAll<HTMLElement>(".contrast").forEach((section, index) => {
        all.push(tabsOf(section, index, showEverywhere));
    });
    const last = remembered(KEY);
    if (last !== null) {
        all.forEach((tabs) => tabs.show(last));
    }
}

function tabsOf(section: HTMLElement, index: number, choose: (language: string) => void): Tabs {
    const panels = [...section.querySelectorAll<HTMLElement>("figure[data-language]")];
    const languages = panels.map((panel) => panel.dataset.language!);
    const tabs = panels.map((panel, position) => {
        const id = `contrast-${index}-${languages[position]}`;
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", id);
        panel.id = `${id}-panel`;
        const name = panel.querySelector("figcaption")?.textContent ?? languages[position]!;
        const tab = button("", () => choose(languages[position]!), name);
        tab.id = id;
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-controls", panel.id);
        return tab;
    });
    const title = section.querySelector(".contrast-title")?.textContent ?? "";
    const list = element("div", { role: "tablist", "aria-label": title }, ...tabs);
    list.addEventListener("keydown", (event) => move(event, tabs));
    panels[0]?.before(list);
    section.classList.add("tabbed");
    const show = (language: string) => {
        const chosen = languages.indexOf(language);
        if (chosen < 0) {
            return;
        }
        tabs.forEach((tab, position) => {
            tab.setAttribute("aria-selected", String(position === chosen));
            tab.tabIndex = position === chosen ? 0 : -1;
            panels[position]!.hidden = position !== chosen;
        });
    };
    show(languages[0] ?? "");
    return { languages, show };
}

export function move(event: KeyboardEvent, tabs: HTMLButtonElement[]): void {
    const at = tabs.indexOf(event.target as HTMLButtonElement);
    const to = {
        ArrowRight: (at + 1) % tabs.length,
        ArrowLeft: (at + tabs.length - 1) % tabs.length,
        Home: 0,
        End: tabs.length - 1,
    }[event.key];
    if (at >= 0 && to !== undefined) {
        event.preventDefault();
        tabs[to]!.focus();
        tabs[to]!.click();
    }
}
