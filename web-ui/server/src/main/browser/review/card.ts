// A card to review: its question, and below it the answer when it is wanted.

import { element } from "../page/dom";
import { RATINGS, ReviewApi, type Rating, type Reviewed } from "./review-api";

export class ReviewCard {
    private readonly api: ReviewApi;
    private readonly id: string;
    private readonly question: HTMLElement;
    private readonly answer: HTMLElement;
    private readonly lesson: HTMLElement;
    private reviews: number;
    private intervals: Record<Rating, string>;

    constructor(readonly element: HTMLElement) {
        const data = element.dataset;
        this.api = new ReviewApi(data.lesson!);
        this.id = data.card!;
        this.reviews = Number(data.reviews);
        this.intervals = Object.fromEntries(RATINGS.map((each) => [each, data[each]!])) as Record<Rating, string>;
        this.answer = element.querySelector<HTMLElement>(".review-answer")!;
        this.lesson = element.querySelector<HTMLElement>(".review-lesson")!;
        this.question = heading(element.querySelector("summary > span")!);
        this.answer.tabIndex = -1;
        element.replaceChildren(this.question, this.answer, this.lesson);
        this.hide();
    }

    /** In how long it comes back after this rating, in words. */
    interval(rating: Rating): string {
        return this.intervals[rating];
    }

    /** Shows the question only. */
    ask(): void {
        this.element.hidden = false;
        this.answer.hidden = true;
        this.lesson.hidden = true;
        this.question.focus();
    }

    turn(): void {
        this.answer.hidden = false;
        this.lesson.hidden = false;
        this.answer.focus();
    }

    hide(): void {
        this.element.hidden = true;
    }

    async rate(rating: Rating): Promise<Reviewed> {
        return this.now(await this.api.review(this.id, rating, this.reviews));
    }

    async takeBack(): Promise<Reviewed> {
        return this.now(await this.api.takeBack(this.id, this.reviews));
    }

    private now(reviewed: Reviewed): Reviewed {
        this.reviews = reviewed.reviews;
        this.intervals = reviewed.intervals;
        return reviewed;
    }
}

function heading(question: Element): HTMLElement {
    return element("h2", { class: "review-question", tabindex: "-1" }, ...question.childNodes);
}
