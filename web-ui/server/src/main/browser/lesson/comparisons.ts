// The comparisons of a lesson.

import { Comparison } from "../compare/comparison";
import type { Draft, StreamMessages } from "../messages";
import type { ComparisonApi } from "./comparison-api";
import { DESCRIPTION, editorParts, styleNonce } from "./editors";
import { NoConnection } from "./http";

const RETRY = 2000;

export class Comparisons {
    private readonly all: Comparison[];
    private restored: () => void = () => undefined;
    private readonly whenRestored = new Promise<void>((resolve) => (this.restored = resolve));

    constructor(
        sections: HTMLElement[],
        lesson: string,
        private readonly api: ComparisonApi,
        private readonly failed: (error: unknown) => void,
    ) {
        this.all = sections.map((section) => new Comparison(section, lesson, api, failed));
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

    onEvent({ comparison, run, place, event }: StreamMessages["comparing"]): void {
        this.one(comparison)?.onEvent(run, place, event);
    }

    onEnd({ comparison, run }: StreamMessages["compared"]): void {
        this.one(comparison)?.onEnd(run);
    }

    onLooking({ comparison, version, place }: StreamMessages["looking"]): void {
        this.one(comparison)?.onLooking(version, place);
    }

    onLooked({ comparison, message, run }: StreamMessages["looked"]): void {
        this.one(comparison)?.onLooked(message, run);
    }

    versionStored(comparison: string, version: string, draft: Draft): void {
        this.one(comparison)?.versionStored(version, draft);
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

    private one(id: string): Comparison | undefined {
        return this.all.find((each) => each.id === id);
    }
}
