// The stream of what happens in a lesson. It comes back by itself, where it was, without a gap and
// without repeating anything; while the page is hidden it rests, since a browser has few connections.

import type { StreamMessages } from "../messages";

const RETRIES = [300, 1000, 2000, 4000, 8000];
const REST_AFTER = 15_000;
/** The server says something every 15 seconds; a connection this silent is broken. */
const LONGEST_SILENCE = 40_000;

type Handlers = { [Name in keyof StreamMessages]: (data: StreamMessages[Name]) => void };

export class Stream {
    private source: EventSource | null = null;
    private failures = 0;
    private timer = 0;
    private restTimer = 0;
    private silenceTimer = 0;

    constructor(
        private readonly url: string,
        private last: string,
        private readonly handlers: Handlers,
        private readonly connected: (connected: boolean) => void,
    ) {
        document.addEventListener("visibilitychange", () => this.restWhileHidden());
        window.addEventListener("online", () => this.retryNow());
        // A server on this machine is there without a network: whether it is shows in connecting.
        window.addEventListener("offline", () => this.reconnect());
        window.addEventListener("pagehide", () => this.disconnect());
        window.addEventListener("pageshow", (event) => {
            if (event.persisted) {
                this.retryNow();
            }
        });
        this.connect();
    }

    /** Goes on after this event, when the state was fetched anew. */
    goOnAfter(event: string): void {
        this.last = event;
        this.reconnect();
    }

    /** Connects anew, also where a connection only seems to be there: whether it is shows in that. */
    reconnect(): void {
        this.disconnect();
        this.connect();
    }

    private retryNow(): void {
        if (this.source === null) {
            this.connect();
        }
    }

    private connect(): void {
        clearTimeout(this.timer);
        this.expectWord();
        const source = new EventSource(`${this.url}?after=${encodeURIComponent(this.last)}`);
        this.source = source;
        source.addEventListener("open", () => {
            this.failures = 0;
            this.connected(true);
        });
        source.addEventListener("error", () => {
            this.disconnect();
            this.connected(false);
            this.retryLater();
        });
        source.addEventListener("beat", () => this.expectWord());
        for (const name of Object.keys(this.handlers) as (keyof Handlers)[]) {
            source.addEventListener(name, (event) => this.received(name, event));
        }
    }

    private expectWord(): void {
        clearTimeout(this.silenceTimer);
        this.silenceTimer = setTimeout(() => {
            this.connected(false);
            this.reconnect();
        }, LONGEST_SILENCE);
    }

    private received(name: keyof Handlers, event: MessageEvent<string>): void {
        this.expectWord();
        if (event.lastEventId !== "") {
            this.last = event.lastEventId;
        }
        (this.handlers[name] as (data: unknown) => void)(JSON.parse(event.data));
    }

    private disconnect(): void {
        clearTimeout(this.timer);
        clearTimeout(this.silenceTimer);
        this.source?.close();
        this.source = null;
    }

    private retryLater(): void {
        const wait = RETRIES[Math.min(this.failures, RETRIES.length - 1)]!;
        this.failures++;
        this.timer = setTimeout(() => this.connect(), wait * (0.75 + Math.random() / 2));
    }

    private restWhileHidden(): void {
        clearTimeout(this.restTimer);
        if (document.hidden) {
            this.restTimer = setTimeout(() => this.disconnect(), REST_AFTER);
        } else {
            this.retryNow();
        }
    }
}
