// The server's API for the quizzes of one lesson.

import { LessonHttp } from "../lesson/http";

/** `choices` count from 1. */
export interface Answer {
    choices: number[];
    correct: boolean;
    tries: number;
}

export type Answers = Record<string, Answer>;

export class QuizApi extends LessonHttp {
    async answers(): Promise<Answers> {
        return ((await (await this.get("quizzes")).json()) as { answers: Answers }).answers;
    }

    async answer(quiz: string, choices: number[]): Promise<void> {
        await this.checked(await this.send("PUT", `quizzes/${quiz}`, { choices }, true));
    }
}
