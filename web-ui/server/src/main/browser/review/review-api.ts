// The server's API for reviews of cards.

import { LessonHttp, Refused } from "../lesson/http";

export type Rating = "again" | "hard" | "good" | "easy";

export const RATINGS: Rating[] = ["again", "hard", "good", "easy"];

/** A card after a review; `intervals` are words. */
export interface Reviewed {
    reviews: number;
    dueInMillis: number;
    intervals: Record<Rating, string>;
}

export { Refused };

export class ReviewApi extends LessonHttp {
    async review(card: string, rating: Rating, reviews: number): Promise<Reviewed> {
        return (await this.command(`cards/${card}/reviews`, { rating, reviews })).json();
    }

    async takeBack(card: string, number: number): Promise<Reviewed> {
        const answer = await this.send("DELETE", `cards/${card}/reviews/${number}`);
        return (await this.checked(answer)).json();
    }
}
