// The exercises of a lesson.

import { Exercise } from "../exercise/exercise";
import type { AttemptState, Draft } from "../messages";
import { DESCRIPTION, editorParts, styleNonce } from "./editors";
import type { ExerciseApi } from "./exercise-api";
import { NoConnection } from "./http";

const RETRY = 2000;

export class Exercises {
    private readonly all: Exercise[];
    private restored: () => void = () => undefined;
    private readonly whenRestored = new Promise<void>((resolve) => (this.restored = resolve));

    constructor(
        sections: HTMLElement[],
        private readonly api: ExerciseApi,
        private readonly failed: (error: unknown) => void,
    ) {
        this.all = sections.map((section) => new Exercise(section, api, failed));
    }

    /** Shows what the server kept, as soon as it can be reached. */
    async restore(): Promise<void> {
        for (;;) {
            try {
                const states = await Promise.all(this.all.map((each) => this.api.state(each.id)));
                this.all.forEach((each, index) => each.restore(states[index]!));
                this.restored();
                return;
            } catch (error) {
                this.failed(error);
                if (!(error instanceof NoConnection)) {
                    return;
                }
                await new Promise((resolve) => setTimeout(resolve, RETRY));
            }
        }
    }

    onAttempt(exercise: string, attempt: AttemptState): void {
        this.one(exercise)?.onAttempt(attempt);
    }

    fileStored(exercise: string, file: string, draft: Draft): void {
        this.one(exercise)?.fileStored(file, draft);
    }

    flush(): void {
        this.all.forEach((each) => each.flush());
    }

    /** Nothing can be typed before it is known what was typed last time. */
    async loadEditors(): Promise<void> {
        if (this.all.length > 0) {
            await this.whenRestored;
            const [{ createEditor }] = await editorParts();
            this.all.forEach((each) => each.edit(createEditor, DESCRIPTION, styleNonce()));
        }
    }

    private one(id: string): Exercise | undefined {
        return this.all.find((each) => each.id === id);
    }
}
