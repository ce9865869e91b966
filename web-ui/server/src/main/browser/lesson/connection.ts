// Keeps the page in step with the server, and says when it is not.

import type { LessonState, SessionState } from "../messages";
import { button } from "../page/dom";
import type { Api } from "./api";
import type { Comparisons } from "./comparisons";
import type { Exercises } from "./exercises";
import { NoConnection } from "./http";
import { notice } from "./notices";
import type { Notebook } from "./notebook";
import { SessionIndicator } from "./session";
import { Stream } from "./stream";
import { t } from "../page/texts";

const RETRY = 2000;
/** A short gap is not worth a word. */
const PATIENCE = 1200;
const READING_TIME = 6000;

export class Connection {
    private readonly indicator: SessionIndicator;
    private stream: Stream | null = null;
    private notebook: Notebook | null = null;
    private exercises: Exercises | null = null;
    private comparisons: Comparisons | null = null;
    private offlineTimer = 0;
    private offlineNotice: (() => void) | null = null;

    constructor(
        place: HTMLElement,
        private readonly api: Api,
    ) {
        this.indicator = new SessionIndicator(place, {
            runAll: () => void this.notebook?.runAll(),
            clearOutputs: () => this.notebook?.clearOutputs(),
            restart: () => void this.restart(),
            restartAndRunAll: () => void this.restartAndRunAll(),
        });
    }

    async open(notebook: Notebook, exercises: Exercises, comparisons: Comparisons): Promise<void> {
        this.notebook = notebook;
        this.exercises = exercises;
        this.comparisons = comparisons;
        const state = await this.state();
        this.restore(state);
        this.stream = new Stream(
            this.api.eventsUrl,
            state.lastEvent,
            {
                cell: ({ run, cell, event }) => notebook.on(cell, run, event),
                draft: ({ cell, text, revision }) => notebook.draftStored(cell, { text, revision }),
                session: (session) => this.showSession(session),
                order: ({ cells }) => void notebook.arrange(cells).catch((error) => this.failed(error)),
                attempt: ({ exercise, attempt }) => exercises.onAttempt(exercise, attempt),
                file: ({ exercise, file, ...draft }) => exercises.fileStored(exercise, file, draft),
                comparing: (message) => comparisons.onEvent(message),
                compared: (message) => comparisons.onEnd(message),
                looking: (message) => comparisons.onLooking(message),
                looked: (message) => comparisons.onLooked(message),
                version: ({ comparison, version, ...draft }) =>
                    comparisons.versionStored(comparison, version, draft),
                progress: ({ done }) => done && lessonDone(),
                reload: () => location.reload(),
                reset: () => void this.catchUp(),
            },
            (connected) => this.showConnected(connected),
        );
    }

    /** Opens the dialog in which the session can be restarted. */
    openSession(): void {
        this.indicator.open();
    }

    failed(error: unknown): void {
        if (error instanceof NoConnection) {
            this.showConnected(false);
            this.stream?.reconnect();
        }
        const message = error instanceof Error ? error.message : String(error);
        const close = notice("failed", message);
        setTimeout(close, READING_TIME);
    }

    /** The state, as soon as the server can be reached. */
    private async state(): Promise<LessonState> {
        for (;;) {
            try {
                const state = await this.api.state();
                this.showConnected(true);
                return state;
            } catch {
                this.showConnected(false);
                await new Promise((resolve) => setTimeout(resolve, RETRY));
            }
        }
    }

    private restore(state: LessonState): void {
        this.notebook?.restore(state);
        void this.exercises?.restore();
        void this.comparisons?.restore();
        this.indicator.showState(state.session.state);
    }

    private showSession(session: SessionState): void {
        this.notebook?.showSession(session);
        this.indicator.showState(session.state);
    }

    /** Too much was missed for the stream to give it again. */
    private async catchUp(): Promise<void> {
        const state = await this.state();
        this.restore(state);
        this.stream?.goOnAfter(state.lastEvent);
    }

    /** Whether it was. */
    private async restart(): Promise<boolean> {
        try {
            await this.api.restart();
            return true;
        } catch (error) {
            this.failed(error);
            return false;
        }
    }

    private async restartAndRunAll(): Promise<void> {
        if (await this.restart()) {
            await this.notebook?.settled();
            await this.notebook?.runAll();
        }
    }

    private showConnected(connected: boolean): void {
        clearTimeout(this.offlineTimer);
        if (connected) {
            this.indicator.showOnline(true);
            this.offlineNotice?.();
            this.offlineNotice = null;
        } else if (this.offlineNotice === null) {
            this.offlineTimer = setTimeout(() => this.showOffline(), PATIENCE);
        }
    }

    private showOffline(): void {
        this.indicator.showOnline(false);
        this.offlineNotice = notice(
            "offline",
            t("No connection to the server. What you type is kept in this browser; trying again."),
            button("quiet", () => this.stream?.reconnect(), t("Try now")),
        );
    }
}

function lessonDone(): void {
    const close = notice("done", t("You have run every cell of this lesson: it is done."));
    setTimeout(close, READING_TIME);
}
