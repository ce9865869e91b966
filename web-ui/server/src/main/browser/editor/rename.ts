// Renames in the cell: all places of the name are selected, and what is typed goes to each of them.

import { EditorSelection } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { announce } from "../page/announce";
import { occurrences } from "./occurrences";
import { t } from "../page/texts";

export function rename(view: EditorView): boolean {
    const { head } = view.state.selection.main;
    const places = occurrences(view.state.doc.toString(), head);
    if (places.length === 0) {
        announce(t("There is no name at the cursor"));
        return true;
    }
    const main = places.findIndex((place) => place.from <= head && head <= place.to);
    view.dispatch({
        selection: EditorSelection.create(
            places.map((place) => EditorSelection.range(place.from, place.to)),
            Math.max(0, main),
        ),
    });
    const name = view.state.sliceDoc(places[0]!.from, places[0]!.to);
    const count = places.length === 1 ? t("1 place") : t("{0} places", places.length);
    announce(t("{0} is selected in {1}: type the new name, then Escape", name, count));
    return true;
}
