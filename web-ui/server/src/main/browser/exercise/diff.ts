// The lines in which two texts differ.

export interface Line {
    kind: "same" | "gone" | "new";
    text: string;
}

/** More than this is shown as all gone and all new. */
const MOST = 4_000_000;

export function diff(before: string, after: string): Line[] {
    const [a, b] = [before.split("\n"), after.split("\n")];
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) {
        start++;
    }
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) {
        end++;
    }
    return [
        ...all("same", a.slice(0, start)),
        ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
        ...all("same", a.slice(a.length - end)),
    ];
}

function middle(a: string[], b: string[]): Line[] {
    if (a.length * b.length > MOST) {
        return [...all("gone", a), ...all("new", b)];
    }
    // Length of the longest common subsequence of what is left from each place on.
    const length = a.map(() => new Uint32Array(b.length + 1));
    length.push(new Uint32Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            length[i]![j] =
                a[i] === b[j]
                    ? length[i + 1]![j + 1]! + 1
                    : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
        }
    }
    const lines: Line[] = [];
    let [i, j] = [0, 0];
    while (i < a.length && j < b.length) {
        if (a[i] === b[j]) {
            lines.push({ kind: "same", text: a[i]! });
            i++;
            j++;
        } else if (length[i + 1]![j]! >= length[i]![j + 1]!) {
            lines.push({ kind: "gone", text: a[i++]! });
        } else {
            lines.push({ kind: "new", text: b[j++]! });
        }
    }
    return [...lines, ...all("gone", a.slice(i)), ...all("new", b.slice(j))];
}

function all(kind: Line["kind"], lines: string[]): Line[] {
    return lines.map((text) => ({ kind, text }));
}
