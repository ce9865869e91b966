// A lesson: its outline and tabs, and its cells, alive.

import { Api } from "./lesson/api";
import { cellKeys } from "./lesson/cell-keys";
import { ComparisonApi } from "./lesson/comparison-api";
import { Comparisons } from "./lesson/comparisons";
import { Connection } from "./lesson/connection";
import { ExerciseApi } from "./lesson/exercise-api";
import { Exercises } from "./lesson/exercises";
import { loadEditors } from "./lesson/editors";
import { Notebook } from "./lesson/notebook";
import { Outline } from "./lesson/outline";
import { reachableScrollers } from "./lesson/scrollers";
import { predictions } from "./lesson/predictions";
import { contrastTabs } from "./lesson/tabs";
import { offerListening } from "./narration/narration";
import { pageTools } from "./page/tools";
import { bringQuizzesToLife } from "./quiz/quizzes";

pageTools(true);
contrastTabs(document);
reachableScrollers(document);
const outline = new Outline(document.querySelector<HTMLElement>(".outline")!);
const lesson = document.querySelector<HTMLElement>("[data-lesson]")!.dataset.lesson!;
bringQuizzesToLife(lesson);
offerListening();
void import("./glossary/glossary").then(({ markTerms }) => markTerms(lesson)).catch(() => undefined);
void import("./notes/notes").then(({ takeNotes }) => takeNotes(lesson)).catch(() => undefined);
const figures = [...document.querySelectorAll<HTMLElement>("figure.cell")];
const sections = [...document.querySelectorAll<HTMLElement>("section.exercise")];
const compared = [...document.querySelectorAll<HTMLElement>("section.compare")];
if (figures.length + sections.length + compared.length > 0) {
    bringToLife();
}

function bringToLife(): void {
    const api = new Api(lesson);
    const connection = new Connection(document.querySelector<HTMLElement>("[data-session]")!, api);
    const notebook = new Notebook(figures, {
        api,
        lesson,
        changed: showProgress,
        failed: (error) => connection.failed(error),
    });
    const exercises = new Exercises(sections, new ExerciseApi(lesson), (error) => connection.failed(error));
    const comparisons = new Comparisons(compared, lesson, new ComparisonApi(lesson), (error) =>
        connection.failed(error),
    );
    void connection.open(notebook, exercises, comparisons).then(() => openShared(notebook, api, connection));
    void loadEditors(notebook, api);
    void exercises.loadEditors();
    void comparisons.loadEditors();
    cellKeys(notebook, {
        stop: () => void api.stop().catch((error) => connection.failed(error)),
        open: () => connection.openSession(),
    });
    predictions(notebook);
    const flush = () => {
        notebook.flush();
        exercises.flush();
        comparisons.flush();
    };
    document.addEventListener("visibilitychange", () => document.hidden && flush());
    window.addEventListener("pagehide", flush);
}

/** What the address of the page is about, once the cells that the learner added are in the page, too. */
async function openShared(notebook: Notebook, api: Api, connection: Connection): Promise<void> {
    if (location.hash.startsWith("#schedule=")) {
        const { offerShared } = await import("./schedules/shared");
        await offerShared(location.hash, notebook.cells);
    }
    if (location.hash.startsWith("#timeline=")) {
        const { openShared } = await import("./trace/shared");
        await openShared(location.hash, notebook.cells, api, (error) => connection.failed(error));
    }
}

function showProgress(notebook: Notebook): void {
    const ran = new Set(
        notebook.cells.filter((cell) => cell.runs.phase.kind === "ended").map((cell) => cell.figure),
    );
    outline.showRun((figure) => ran.has(figure), figures);
}
