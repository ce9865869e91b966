// A tooltip that stays at a place of the text until the cursor leaves or Escape is pressed.

import { StateEffect, StateField } from "@codemirror/state";
import { showTooltip, type EditorView, type Tooltip } from "@codemirror/view";

const setHint = StateEffect.define<Tooltip | null>();

/** Goes with the next change of the text or of the selection, unless it is set anew. */
export const hintField = StateField.define<Tooltip | null>({
    create: () => null,
    update(hint, transaction) {
        for (const effect of transaction.effects) {
            if (effect.is(setHint)) {
                return effect.value;
            }
        }
        return transaction.docChanged || transaction.selection !== undefined ? null : hint;
    },
    provide: (field) => showTooltip.from(field),
});

export function showHint(view: EditorView, at: number, content: HTMLElement): void {
    const tooltip: Tooltip = { pos: at, above: true, create: () => ({ dom: content }) };
    view.dispatch({ effects: setHint.of(tooltip) });
}

/** Whether there was one. */
export function closeHint(view: EditorView): boolean {
    if (view.state.field(hintField, false) == null) {
        return false;
    }
    view.dispatch({ effects: setHint.of(null) });
    return true;
}
