// The quizzes and the cards of a lesson.

import { element } from "../page/dom";
import { Quiz } from "./quiz";
import { QuizApi } from "./quiz-api";
import { t } from "../page/texts";

export function bringQuizzesToLife(lesson: string): void {
    const sections = [...document.querySelectorAll<HTMLElement>("section.quiz")];
    if (sections.length > 0) {
        const api = new QuizApi(lesson);
        const quizzes = sections.map(
            (section) => new Quiz(section, lesson, (quiz, choices) => api.answer(quiz, choices)),
        );
        void restore(quizzes, api);
    }
    for (const cards of document.querySelectorAll("dl.cards")) {
        cards.after(
            element(
                "p",
                { class: "cards-more" },
                t("You need not learn them now: they come back when it is time."),
                " ",
                element("a", { href: "/cards" }, t("Cards due")),
            ),
        );
    }
}

async function restore(quizzes: Quiz[], api: QuizApi): Promise<void> {
    try {
        const answers = await api.answers();
        quizzes.forEach((quiz) => quiz.restore(answers[quiz.id]?.choices ?? null));
    } catch {
        // The lesson says that there is no connection; the quizzes can be answered all the same.
    }
}
