// The session behind the cells, in the header: what it does, running all cells, beginning anew.

import type { SessionState } from "../messages";
import { button, element } from "../page/dom";
import { t } from "../page/texts";

const WORDS: Record<SessionState["state"] | "offline", string> = {
    none: t("No session yet"),
    idle: t("Session ready"),
    queued: t("Waiting for a place"),
    busy: t("Running"),
    offline: t("No connection"),
};

const DOTS: Record<SessionState["state"] | "offline", string> = {
    none: "",
    idle: "live",
    queued: "busy",
    busy: "busy",
    offline: "lost",
};

export interface SessionActions {
    runAll(): void;
    clearOutputs(): void;
    restart(): void;
    restartAndRunAll(): void;
}

export class SessionIndicator {
    private state: SessionState["state"] = "none";
    private online = true;
    private readonly dot = element("span", { class: "session-dot", "aria-hidden": "true" });
    private readonly words = element("span", { class: "words" });
    private readonly dialog: HTMLDialogElement;

    constructor(place: HTMLElement, actions: SessionActions) {
        this.dialog = sessionDialog(actions);
        const opener = button("tool", () => this.open(), this.dot, this.words);
        opener.title = t("Session: run all cells, or restart to begin with no variables");
        place.append(opener);
        document.body.append(this.dialog);
        this.show();
    }

    open(): void {
        this.dialog.showModal();
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

function sessionDialog(actions: SessionActions): HTMLDialogElement {
    const dialog = element(
        "dialog",
        { class: "shortcuts", "aria-labelledby": "session-title" },
        element("h2", { id: "session-title" }, t("The session of this lesson")),
        element(
            "p",
            {},
            t("Its cells share variables, methods and classes. Restarting stops everything that runs and forgets all of them; your code and the outputs stay."),
        ),
    );
    const choice = (kind: string, action: () => void, words: string) =>
        button(kind, () => (dialog.close(), action()), words);
    dialog.append(
        element(
            "p",
            { class: "dialog-buttons" },
            choice("quiet", () => undefined, t("Cancel")),
            choice("quiet", actions.clearOutputs, t("Clear all outputs")),
            choice("quiet", actions.runAll, t("Run all cells")),
            choice("quiet", actions.restartAndRunAll, t("Restart and run all")),
            choice("primary", actions.restart, t("Restart")),
        ),
    );
    return dialog;
}
