// Which outputs still belong to the code that stands above them. Pure. The server keeps to the same
// rules, but is a second behind what is typed.

/** The last run of a cell; numbers grow from run to run over the whole lesson. */
export interface LastRun {
    readonly number: number;
    readonly text: string;
}

export interface CellFacts {
    readonly author: string;
    readonly text: string;
    readonly lastRun: LastRun | null;
}

export type Staleness =
    | { kind: "fresh" }
    | { kind: "edited" }
    /** Its variables went with a session that is over. */
    | { kind: "session-over" }
    /** A cell above, counted from 0, was changed and not run, or is stale itself. */
    | { kind: "changed-above"; above: number }
    /** A cell above ran again after this one. */
    | { kind: "ran-above"; above: number };

/**
 * For each cell, in the order of the page. A cell that never ran shows nothing and is fresh.
 * The runs up to the number `earlierRuns` belong to sessions that are over; a cell that was run in
 * one counts for those below as one that was not run.
 */
export function staleness(cells: readonly CellFacts[], earlierRuns: number): Staleness[] {
    const all: Staleness[] = [];
    let changed = -1;
    let latest = { index: -1, number: 0 };
    cells.forEach((cell, index) => {
        const stale = of(cell, earlierRuns, changed, latest);
        all.push(stale);
        const outdated = stale.kind !== "fresh" && stale.kind !== "session-over";
        if (changed < 0 && (isEdited(cell) || outdated)) {
            changed = index;
        }
        if (cell.lastRun !== null && cell.lastRun.number > latest.number) {
            latest = { index, number: cell.lastRun.number };
        }
    });
    return all;
}

function of(
    cell: CellFacts,
    earlierRuns: number,
    changed: number,
    latest: { index: number; number: number },
): Staleness {
    if (cell.lastRun === null) return { kind: "fresh" };
    if (isEdited(cell)) return { kind: "edited" };
    if (cell.lastRun.number <= earlierRuns) return { kind: "session-over" };
    if (changed >= 0) return { kind: "changed-above", above: changed };
    if (latest.number > cell.lastRun.number) return { kind: "ran-above", above: latest.index };
    return { kind: "fresh" };
}

function isEdited(cell: CellFacts): boolean {
    const ran = cell.lastRun?.text ?? cell.author;
    return cell.text !== ran && !(cell.text === cell.author && sameCode(cell.text, ran));
}

/** Whether the author's text was run on the page of another language, where its comments differ. */
function sameCode(text: string, ran: string): boolean {
    return withoutComments(text) === withoutComments(ran);
}

const COMMENT = /("""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

function withoutComments(text: string): string {
    return text
        .replace(COMMENT, (_, quoted?: string) => quoted ?? "")
        .replace(/[ \t]*\n\s*/g, "\n")
        .trim();
}
