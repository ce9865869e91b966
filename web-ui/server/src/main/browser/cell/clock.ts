// Tells how long something runs, ten times a second, as long as it does.

const TICK = 100;

export class Clock {
    private since = 0;
    private timer = 0;

    constructor(private readonly tick: () => void) {}

    get elapsed(): number {
        return Math.max(0, performance.now() - this.since);
    }

    /** `already` is how long it runs at this moment. */
    start(already: number): void {
        this.since = performance.now() - already;
        clearInterval(this.timer);
        this.timer = setInterval(this.tick, TICK);
    }

    stop(): void {
        clearInterval(this.timer);
    }
}
