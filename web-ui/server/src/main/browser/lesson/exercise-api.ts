// The server's API for the exercises of one lesson.

import type {
    AttemptState,
    Diagnostic,
    DocumentationAnswer,
    ExerciseState,
    PastAttempt,
    SuggestionsAnswer,
} from "../messages";
import { LessonHttp, type Saved } from "./http";

/** A file of an exercise, with the texts of all its files by their names. */
export interface FilePlace {
    file: string;
    files: Record<string, string>;
    offset: number;
}

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

    async complete(
        exercise: string,
        place: FilePlace,
        signal: AbortSignal,
    ): Promise<SuggestionsAnswer> {
        return (await this.command(`exercises/${exercise}/complete`, place, signal)).json();
    }

    async document(exercise: string, place: FilePlace): Promise<DocumentationAnswer> {
        return (await this.command(`exercises/${exercise}/document`, place)).json();
    }

    async check(exercise: string, place: FilePlace): Promise<Diagnostic[]> {
        const answer = await this.command(`exercises/${exercise}/check`, place);
        return ((await answer.json()) as { diagnostics: Diagnostic[] }).diagnostics;
    }

    async giveUp(exercise: string): Promise<ExerciseState> {
        return (await this.command(`exercises/${exercise}/give-up`)).json();
    }
}
