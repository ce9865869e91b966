// One exercise of the page: its files, its tests, its attempts, its help.

import type { Editor, EditorHost } from "../editor/editor";
import type { ExerciseApi } from "../lesson/exercise-api";
import type { AttemptState, Draft, ExerciseState } from "../messages";
import { safe } from "../output/problems";
import { announce } from "../page/announce";
import { button, element } from "../page/dom";
import { icon } from "../page/icons";
import { AttemptList, showChanges } from "./attempts";
import { ExerciseFile } from "./file";
import { fileHost, type FileOwner } from "./file-host";
import { fileTabs } from "./files";
import { Help } from "./help";
import { Results } from "./results";
import { said } from "./verdict";
import { SPOKEN, t, told } from "../page/texts";

export class Exercise {
    readonly id: string;
    private readonly title: string;
    private readonly files: ExerciseFile[];
    private readonly showFile: (name: string) => void;
    private readonly results: Results;
    private readonly list: AttemptList;
    private readonly help: Help;
    private readonly tests = button("primary run", () => void this.grade("tests"), icon("run"), t("Run tests"));
    private readonly submit = button("quiet submit", () => void this.grade("submit"), t("Submit"));
    private readonly again = button("quiet", () => this.startAgain(), icon("reset"), t("Start again"));
    private readonly state = element("span", { class: "cell-state", role: "status" });
    private readonly saving = element("span", { class: "save-state" });
    private readonly message = element("pre", { class: "exercise-message", tabindex: "0" });
    private attempts: AttemptState[] = [];
    private restored = false;

    constructor(
        private readonly section: HTMLElement,
        private readonly api: ExerciseApi,
        private readonly failed: (error: unknown) => void,
    ) {
        this.id = section.dataset.exercise!;
        this.title = section.dataset.title!;
        this.files = [...section.querySelectorAll<HTMLElement>(".exercise-file")].map((figure) =>
            this.file(figure),
        );
        this.showFile = fileTabs(`exercise-${this.id}`, this.title, this.files);
        this.results = new Results(
            section.querySelector<HTMLElement>(".exercise-statement")!,
            JSON.parse(section.dataset.tests ?? "{}") as Record<string, string>,
        );
        this.list = new AttemptList((attempt) => void this.compare(attempt));
        this.help = new Help({
            showHints: (shown) => void this.take(api.showHints(this.id, shown)),
            giveUp: () => void this.take(api.giveUp(this.id)),
        });
        this.layOut();
    }

    restore(state: ExerciseState): void {
        this.restored = true;
        this.files.forEach((file) => file.restore(state.files[file.name]!));
        this.showState(state);
    }

    onAttempt(attempt: AttemptState): void {
        const known = this.attempts.findIndex((each) => each.number === attempt.number);
        if (known >= 0) {
            this.attempts[known] = attempt;
        } else {
            this.attempts.push(attempt);
        }
        this.show();
        if (attempt.state === "done") {
            announce(`${this.title}: ${said(attempt).text}`);
        }
        if (attempt.verdict === "passed" && attempt.kind === "submit") {
            void this.take(this.api.state(this.id));
        }
    }

    fileStored(name: string, draft: Draft): void {
        this.files.find((file) => file.name === name)?.stored(draft);
    }

    flush(): void {
        this.files.forEach((file) => file.flush());
    }

    edit(create: (text: string, host: EditorHost) => Editor, description: string, nonce: string): void {
        const owner: FileOwner = {
            id: this.id,
            title: this.title,
            files: this.files,
            api: this.api,
            busy: () => this.busy,
            runTests: () => void this.grade("tests"),
            leave: () => {
                this.tests.focus();
                announce(t("Out of the editor."));
            },
            show: this.showFile,
        };
        this.files.forEach((file) => file.edit(create, fileHost(owner, file, description, nonce)));
    }

    private get last(): AttemptState | undefined {
        return this.attempts.at(-1);
    }

    private get busy(): boolean {
        return this.last?.state === "queued" || this.last?.state === "running";
    }

    private async grade(kind: AttemptState["kind"]): Promise<void> {
        if (this.busy) {
            return;
        }
        this.flush();
        announce(kind === "submit" ? t("Submitting") : t("Running the tests"));
        try {
            const texts = this.files.map((file) => [file.name, file.text] as const);
            await this.api.grade(this.id, kind, Object.fromEntries(texts));
        } catch (error) {
            this.failed(error);
        }
    }

    private async compare(attempt: AttemptState): Promise<void> {
        try {
            showChanges(await this.api.attempt(this.id, attempt.number), this.files);
        } catch (error) {
            this.failed(error);
        }
    }

    private async take(answer: Promise<ExerciseState>): Promise<void> {
        try {
            this.showState(await answer);
        } catch (error) {
            this.failed(error);
        }
    }

    private startAgain(): void {
        this.files.forEach((file) => file.useText(file.source.original));
        announce(t("The files are as they were at first. Undo brings your text back."));
    }

    private showState(state: ExerciseState): void {
        this.attempts = state.attempts;
        this.help.show(state);
        this.section.classList.toggle("solved", state.passed);
        this.show();
    }

    private show(): void {
        const last = this.last;
        const now = last === undefined ? null : said(last);
        this.state.className = `cell-state ${now?.kind ?? ""}`;
        this.state.replaceChildren(...(now === null ? [] : [now.icon === null ? "" : icon(now.icon), now.text]));
        this.tests.disabled = this.busy || !this.restored;
        this.submit.disabled = this.tests.disabled;
        this.again.hidden = this.files.every((file) => file.isAuthors);
        if (!this.busy) {
            this.results.show(last?.report ?? null);
            const message = last?.report?.message ?? null;
            this.message.textContent = message === null ? "" : safe(told(message));
            this.message.hidden = message === null;
        }
        this.list.show(this.attempts);
    }

    private file(figure: HTMLElement): ExerciseFile {
        const file: ExerciseFile = new ExerciseFile(figure, this.id, {
            save: (text, base, last) => this.api.save(this.id, file.name, text, base, last),
            changed: () => this.show(),
            shownSaving: (saved) => {
                this.saving.textContent = saved ? "" : t("Kept in this browser, not yet saved");
            },
        });
        return file;
    }

    private layOut(): void {
        const bar = element(
            "div",
            { ...SPOKEN, class: "cell-bar", role: "group", "aria-label": t("Tests of {0}", this.title) },
            this.tests,
            this.submit,
            this.state,
            this.saving,
            element("span", { class: "spacer" }),
            this.again,
        );
        this.message.setAttribute("aria-label", t("What is wrong with {0}", this.title));
        this.files.at(-1)!.figure.after(bar, this.message, this.list.element, this.help.element);
        this.section.classList.add("live");
        this.show();
    }
}
