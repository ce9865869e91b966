// The server's API for the exercises of one lesson.

import type { AttemptState, ExerciseState, PastAttempt } from "../messages";
import { LessonHttp, type Saved } from "./http";

export class ExerciseApi extends LessonHttp {
    async state(exercise: string): Promise<ExerciseState> {
        return (await this.get(`exercises/${exercise}`)).json();
    }

    /** `last` tries to send the text although the page is going away. */
    async save(
        exercise: string,
        file: string,
        text: string,
        base: number,
        last: boolean,
    ): Promise<Saved> {
        const body = { file, text, base };
        return this.saved(await this.send("PUT", `exercises/${exercise}/draft`, body, last));
    }

    /** Has it graded; what comes of it comes by the stream of events. */
    async grade(
        exercise: string,
        kind: AttemptState["kind"],
        files: Record<string, string>,
    ): Promise<void> {
        await this.command(`exercises/${exercise}/attempts`, { kind, files });
    }

    async attempt(exercise: string, number: number): Promise<PastAttempt> {
        return (await this.get(`exercises/${exercise}/attempts/${number}`)).json();
    }

    async showHints(exercise: string, shown: number): Promise<ExerciseState> {
        return (await this.command(`exercises/${exercise}/hints`, { shown })).json();
    }

    async giveUp(exercise: string): Promise<ExerciseState> {
        return (await this.command(`exercises/${exercise}/give-up`)).json();
    }
}
