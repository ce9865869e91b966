// The session behind the cells, in the header: what it does, and a way to begin anew.

import type { SessionState } from "../messages";
import { button, element } from "../page/dom";

const WORDS: Record<SessionState["state"] | "offline", string> = {
    none: "No session yet",
    idle: "Session ready",
    queued: "Waiting for a place",
    busy: "Running",
    offline: "No connection",
};

const DOTS: Record<SessionState["state"] | "offline", string> = {
    none: "",
    idle: "live",
    queued: "busy",
    busy: "busy",
    offline: "lost",
};

export class SessionIndicator {
    private state: SessionState["state"] = "none";
    private online = true;
    private readonly dot = element("span", { class: "session-dot", "aria-hidden": "true" });
    private readonly words = element("span", { class: "words" });
    private readonly dialog: HTMLDialogElement;

    constructor(place: HTMLElement, restart: () => void) {
        this.dialog = restartDialog(restart);
        const opener = button("tool", () => this.dialog.showModal(), this.dot, this.words);
        opener.title = "Session: restart it to begin with no variables";
        place.append(opener);
        document.body.append(this.dialog);
        this.show();
    }

    showState(state: SessionState["state"]): void {
        this.state = state;
        this.show();
    }

    showOnline(online: boolean): void {
        this.online = online;
        this.show();
    }

    private show(): void {
        const shown = this.online ? this.state : "offline";
        this.dot.className = `session-dot ${DOTS[shown]}`;
        this.words.textContent = WORDS[shown];
    }
}

function restartDialog(restart: () => void): HTMLDialogElement {
    const dialog = element(
        "dialog",
        { class: "shortcuts", "aria-labelledby": "restart-title" },
        element("h2", { id: "restart-title" }, "Restart the session?"),
        element(
            "p",
            {},
            "Everything that runs is stopped, and variables, methods and classes of all cells are forgotten. Your code and the outputs stay.",
        ),
    );
    const close = button("quiet", () => dialog.close(), "Cancel");
    const go = button("primary", () => (restart(), dialog.close()), "Restart");
    dialog.append(element("p", { class: "dialog-buttons" }, close, go));
    return dialog;
}
