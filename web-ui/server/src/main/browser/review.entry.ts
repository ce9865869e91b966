// The page of the cards that are due.

import { pageTools } from "./page/tools";
import { Review } from "./review/review";

pageTools(false);
const place = document.querySelector<HTMLElement>("[data-review]");
if (place !== null) {
    new Review(place);
}
