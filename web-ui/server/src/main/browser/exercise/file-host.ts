// What the editor of one file of an exercise needs from it.

import type { EditorHost } from "../editor/editor";
import type { ExerciseApi, FilePlace } from "../lesson/exercise-api";
import { orNull } from "../lesson/http";
import { announce } from "../page/announce";
import { t } from "../page/texts";
import type { ExerciseFile } from "./file";

/** The exercise around a file. */
export interface FileOwner {
    readonly id: string;
    readonly title: string;
    readonly files: readonly ExerciseFile[];
    readonly api: ExerciseApi;
    busy(): boolean;
    runTests(): void;
    leave(): void;
    /** Shows another file, where there are several. */
    show(file: string): void;
}

export function fileHost(
    owner: FileOwner,
    file: ExerciseFile,
    description: string,
    nonce: string,
): EditorHost {
    const place = (text: string, offset: number): FilePlace => {
        const texts = owner.files.map((each) => [each.name, each === file ? text : each.text]);
        return { file: file.name, files: Object.fromEntries(texts), offset };
    };
    return {
        label: t("{0} of the exercise {1}", file.name, owner.title),
        description,
        nonce,
        changed: () => file.typed(),
        run: () => owner.runTests(),
        split: () => undefined,
        leave: () => owner.leave(),
        complete: (text, offset, signal) =>
            orNull(owner.api.complete(owner.id, place(text, offset), signal)),
        document: (text, offset) => orNull(owner.api.document(owner.id, place(text, offset))),
        check: (text) => orNull(owner.api.check(owner.id, place(text, 0))),
        busy: () => owner.busy(),
        keptHistory: (text) => file.undoMemory.of(text),
        goToEarlier: (find) => goToOther(owner, file, find),
    };
}

function goToOther(
    owner: FileOwner,
    file: ExerciseFile,
    find: (text: string) => number | null,
): boolean {
    const other = owner.files.find((each) => each !== file && find(each.text) !== null);
    if (other === undefined) {
        return false;
    }
    const lines = other.text.slice(0, find(other.text)!).split("\n");
    owner.show(other.name);
    other.source.focus(lines.length, lines.at(-1)!.length + 1);
    announce(t("In {0}", other.name));
    return true;
}
