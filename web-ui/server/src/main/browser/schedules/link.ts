// A schedule as a link: the cell, the seed and the code stand behind the #, which no server sees.

const PREFIX = "#schedule=";

/** More code than this is in no cell. */
const MOST_CHARS = 60_000;

export interface SharedSchedule {
    cell: string;
    seed: number;
    text: string;
}

export async function linkTo(shared: SharedSchedule): Promise<string> {
    const bytes = await through(new TextEncoder().encode(shared.text), new CompressionStream("deflate-raw"), Infinity);
    const code = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    return `${location.origin}${location.pathname}${PREFIX}${shared.cell},${shared.seed},${code}`;
}

/** What a link holds, or null if it is none of ours. */
export async function read(hash: string): Promise<SharedSchedule | null> {
    const match = /^#schedule=([\w-]{1,100}),(\d{1,15}),([\w-]{1,60000})$/.exec(hash);
    if (match === null) {
        return null;
    }
    try {
        const packed = Uint8Array.from(atob(match[3]!.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
        const bytes = await through(packed, new DecompressionStream("deflate-raw"), 4 * MOST_CHARS);
        const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        return text.length > MOST_CHARS ? null : { cell: match[1]!, seed: Number(match[2]), text };
    } catch {
        return null;
    }
}

async function through(
    bytes: Uint8Array<ArrayBuffer>,
    stream: CompressionStream | DecompressionStream,
    most: number,
): Promise<Uint8Array> {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
        parts.push(part.value);
        length += part.value.length;
        if (length > most) {
            await reader.cancel();
            throw new RangeError("more than a cell can hold");
        }
    }
    const all = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}
