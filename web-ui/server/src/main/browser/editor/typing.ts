// Typing over a selection, done by the editor. Left to itself, Chromium wraps what is typed into a
// span with the colours of what was there, which the content security policy rightly refuses.

import { EditorView } from "@codemirror/view";

export const typingOverSelection = EditorView.domEventHandlers({
    beforeinput(event, view) {
        const text = event.data;
        const { main } = view.state.selection;
        if (event.inputType !== "insertText" || text === null || main.empty || event.isComposing) {
            return false;
        }
        event.preventDefault();
        const insert = () =>
            view.state.update(view.state.replaceSelection(text), {
                userEvent: "input.type",
                scrollIntoView: true,
            });
        const handlers = view.state.facet(EditorView.inputHandler);
        if (!handlers.some((handle) => handle(view, main.from, main.to, text, insert))) {
            view.dispatch(insert());
        }
        return true;
    },
});
