// The button for light, dark, or what the system says. theme.entry.ts shows what was chosen before.

import { forget, remember } from "./memory";
import { t } from "./texts";

type Theme = "system" | "light" | "dark";

const KEY = "interleave.theme";
const THEMES: Theme[] = ["system", "light", "dark"];
const NAMES: Record<Theme, string> = {
    system: t("Theme: as the system"),
    light: t("Theme: light"),
    dark: t("Theme: dark"),
};

export function themeButton(button: HTMLButtonElement): void {
    label(button, current());
    button.addEventListener("click", () => {
        const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length]!;
        choose(next);
        label(button, next);
    });
}

function current(): Theme {
    const shown = document.documentElement.dataset.theme;
    return THEMES.find((theme) => theme === shown) ?? "system";
}

function choose(theme: Theme): void {
    if (theme === "system") {
        delete document.documentElement.dataset.theme;
        forget(KEY);
    } else {
        document.documentElement.dataset.theme = theme;
        remember(KEY, theme);
    }
}

function label(button: HTMLButtonElement, theme: Theme): void {
    button.dataset.shown = theme;
    button.setAttribute("aria-label", NAMES[theme]);
    button.title = NAMES[theme];
}
