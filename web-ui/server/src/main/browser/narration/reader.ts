// Reads the narration of a section aloud with the browser's own voice, and marks the sentence that is
// spoken. After each sentence the pace is brought nearer to what the author wrote for.

import { button, element } from "../page/dom";
import { sentencesOf, type Sentence } from "./sentences";
import { t } from "../page/texts";

const WORDS_A_MINUTE = 160;
const SLOWEST = 0.6;
const FASTEST = 1.5;
/** Fewer words say nothing about the pace. */
const ENOUGH_WORDS = 6;
const PAUSE = 700;

/** One at a time speaks; the pace of the voice is known to all. */
let speaking: Reader | null = null;
let rate = 0.95;

export class Reader {
    private readonly sentences: Sentence[];
    private readonly listen = button("quiet", () => this.toggle(), t("Listen"));
    private readonly language: string;
    private at = 0;
    private timer = 0;

    constructor(
        private readonly narration: HTMLDetailsElement,
        private readonly ended: () => void,
    ) {
        this.language = narration.closest<HTMLElement>("[lang]")!.lang;
        this.sentences = sentencesOf(narration.querySelectorAll("p"), this.language);
        const title = narration.closest("section")?.querySelector("h2, h3")?.textContent ?? "";
        this.listen.setAttribute("aria-label", t("Listen: {0}", title));
        narration.before(element("p", { class: "narration-listen" }, this.listen));
    }

    /** Reads from the first sentence. */
    start(): void {
        speaking?.stop();
        speaking = this;
        this.at = 0;
        this.narration.open = true;
        this.listen.textContent = t("Stop");
        this.next();
    }

    stop(): void {
        clearTimeout(this.timer);
        speaking = null;
        speechSynthesis.cancel();
        this.mark(null);
        this.listen.textContent = t("Listen");
    }

    private toggle(): void {
        if (speaking === this) {
            this.stop();
        } else {
            this.start();
        }
    }

    private next(): void {
        const sentence = this.sentences[this.at];
        if (sentence === undefined) {
            this.stop();
            this.ended();
            return;
        }
        this.timer = setTimeout(() => this.speak(sentence), sentence.pauseBefore ? PAUSE : 0);
    }

    private speak(sentence: Sentence): void {
        const utterance = new SpeechSynthesisUtterance(sentence.shown.textContent ?? "");
        utterance.lang = this.language;
        utterance.rate = rate;
        let began = performance.now();
        utterance.onstart = () => (began = performance.now());
        utterance.onend = () => {
            if (speaking === this) {
                adapt(sentence.words, performance.now() - began);
                this.at++;
                this.next();
            }
        };
        utterance.onerror = () => speaking === this && this.stop();
        this.mark(sentence);
        speechSynthesis.speak(utterance);
    }

    private mark(sentence: Sentence | null): void {
        for (const each of this.sentences) {
            each.shown.classList.toggle("spoken", each === sentence);
        }
        sentence?.shown.scrollIntoView({ block: "nearest" });
    }
}

function adapt(words: number, millis: number): void {
    if (words >= ENOUGH_WORDS && millis > 0) {
        const pace = (words * 60_000) / millis;
        const wanted = (rate * WORDS_A_MINUTE) / pace;
        rate = Math.min(FASTEST, Math.max(SLOWEST, (rate + wanted) / 2));
    }
}
