// Reviews the cards of the page one after the other. A card that is due again within minutes comes
// back at the end.

import { announce } from "../page/announce";
import { button, element, isTyping } from "../page/dom";
import { ReviewCard } from "./card";
import { RATINGS, Refused, type Rating } from "./review-api";
import { t } from "../page/texts";

const SOON = 20 * 60_000;
const NAMES: Record<Rating, string> = { again: t("Again"), hard: t("Hard"), good: t("Good"), easy: t("Easy") };

export class Review {
    private readonly waiting: ReviewCard[];
    private readonly buttons = element("div", { class: "review-buttons" });
    private readonly undo = button("quiet", () => void this.takeBack(), t("Undo the last rating"));
    private readonly said = element("p", { class: "review-said", role: "status" });
    private last: ReviewCard | null = null;
    private busy = false;

    constructor(place: HTMLElement) {
        const items = [...place.querySelectorAll<HTMLElement>(".review-card")];
        this.waiting = items.map((item) => new ReviewCard(item));
        place.append(this.buttons, this.said, this.undo);
        place.classList.add("live");
        this.undo.hidden = true;
        document.addEventListener("keydown", (event) => this.key(event));
        this.next();
    }

    private get card(): ReviewCard | undefined {
        return this.waiting[0];
    }

    private next(): void {
        const left = this.waiting.length;
        document.querySelector("[data-left]")!.textContent =
            left === 1 ? t("{0} card to review now.", left) : t("{0} cards to review now.", left);
        if (this.card === undefined) {
            this.buttons.replaceChildren();
            this.said.textContent = t("Done: no card is left for now.");
            return;
        }
        this.buttons.replaceChildren(
            button("primary", () => this.turn(), t("Show the answer "), element("kbd", {}, t("Space"))),
        );
        this.card.ask();
    }

    private turn(): void {
        const card = this.card!;
        this.buttons.replaceChildren(
            ...RATINGS.map((rating, index) =>
                button(
                    `rating ${rating}`,
                    () => void this.rate(rating),
                    element("strong", {}, NAMES[rating]),
                    element("span", {}, card.interval(rating)),
                    element("kbd", { "aria-hidden": "true" }, `${index + 1}`),
                ),
            ),
        );
        card.turn();
    }

    private async rate(rating: Rating): Promise<void> {
        const card = this.card!;
        await this.exclusively(async () => {
            const words = card.interval(rating);
            const reviewed = await card.rate(rating);
            this.leave(card);
            if (reviewed.dueInMillis <= SOON) {
                this.waiting.push(card);
            }
            this.last = card;
            this.undo.hidden = false;
            announce(t("{0}: it comes back in {1}.", NAMES[rating], words));
        }, () => this.leave(card));
    }

    private async takeBack(): Promise<void> {
        const card = this.last!;
        await this.exclusively(async () => {
            await card.takeBack();
            this.last = null;
            this.undo.hidden = true;
            this.card?.hide();
            const place = this.waiting.indexOf(card);
            if (place >= 0) {
                this.waiting.splice(place, 1);
            }
            this.waiting.unshift(card);
        }, () => (this.undo.hidden = true));
    }

    /** Sends something, and shows the card that is then the first. */
    private async exclusively(send: () => Promise<void>, refused: () => void): Promise<void> {
        if (this.busy) {
            return;
        }
        this.busy = true;
        this.said.textContent = "";
        try {
            await send();
            this.next();
        } catch (error) {
            if (error instanceof Refused) {
                refused();
                this.next();
            }
            this.said.textContent = error instanceof Error ? error.message : String(error);
        } finally {
            this.busy = false;
        }
    }

    private leave(card: ReviewCard): void {
        card.hide();
        this.waiting.shift();
    }

    private key(event: KeyboardEvent): void {
        const target = event.target as HTMLElement;
        if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
            return;
        }
        const turned = this.buttons.querySelector(".rating") !== null;
        const rating = RATINGS[Number(event.key) - 1];
        if (event.key === " " && !turned && this.card !== undefined && target.closest("a, button") === null) {
            event.preventDefault();
            this.turn();
        } else if (rating !== undefined && turned) {
            event.preventDefault();
            void this.rate(rating);
        }
    }
}
