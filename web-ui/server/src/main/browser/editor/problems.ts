// The compiler's messages under the code that they belong to.

import type { Action, Diagnostic as EditorDiagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Diagnostic } from "../messages";

/** Where a line and a column, both from 1, are in a text that may have changed since. */
export function offsetOf(document: Text, line: number, column: number): number {
    const found = document.line(Math.min(Math.max(line, 1), document.lines));
    return Math.min(found.from + Math.max(column - 1, 0), found.to);
}

/** `actions` are what is offered for each problem. */
export function toEditor(
    document: Text,
    problems: readonly Diagnostic[],
    actions: readonly Action[][] = [],
): EditorDiagnostic[] {
    return problems.map((problem, index) => {
        const from = offsetOf(document, problem.line, problem.column);
        const to = offsetOf(document, problem.endLine, problem.endColumn);
        return {
            from,
            to: Math.max(to, from),
            severity: problem.severity,
            message: problem.message,
            actions: actions[index],
        };
    });
}
