// The server's API for the notes of one lesson.

import { LessonHttp, type Saved } from "../lesson/http";

export interface NoteState {
    paragraph: string;
    /** How the paragraph began when the note was written. */
    beginning: string;
    text: string;
    revision: number;
}

export class NoteApi extends LessonHttp {
    async notes(): Promise<NoteState[]> {
        return ((await (await this.get("notes")).json()) as { notes: NoteState[] }).notes;
    }

    async save(paragraph: string, beginning: string, text: string, base: number, last: boolean): Promise<Saved> {
        return this.saved(await this.send("PUT", `notes/${paragraph}`, { beginning, text, base }, last));
    }
}
