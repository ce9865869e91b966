// What the compilers made of a version, a sentence each.

import type { FlameFact } from "../messages";
import { count, t } from "../page/texts";

export function factWords({ kind, method, detail, number, other }: FlameFact): string {
    switch (kind) {
        case "bytecode":
            return t("{0} has {1} bytes of bytecode.", method, count(number));
        case "too-big":
            return t("{0} has {1} bytes of bytecode; the JIT does not compile methods of more than 8,000.", method, count(number));
        case "boxing":
            return t("{0} puts values into objects of type {1}; places in its bytecode: {2}.", method, detail, number);
        case "lambdas":
            return t("{0} makes lambda expressions or method references by invokedynamic; places: {1}.", method, number);
        case "concatenation":
            return t("{0} puts strings together by invokedynamic; places: {1}.", method, number);
        case "inlined":
            return t("The JIT put {0} into what calls it; callers: {1}.", method, number);
        case "not-inlined":
            return t("The JIT did not put {0} into what calls it: {1}.", method, detail);
        case "deoptimized":
            return t("Compiled code of {0} was left for the interpreter ({1}): {2} times, {3} of them after the warm-up.", method, detail, number, other);
        case "allocation":
            return t("A call allocated {0} bytes before the JIT compiled it, and {1} afterwards.", count(number), count(other));
        default:
            return `${kind}: ${method} ${detail}`;
    }
}
