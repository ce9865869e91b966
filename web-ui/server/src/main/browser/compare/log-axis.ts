// A logarithmic axis.

const STEPS = [1, 2, 5];
const MOST_TICKS = 5;

export class LogAxis {
    private readonly low: number;
    private readonly high: number;

    constructor(
        values: number[],
        private readonly from: number,
        private readonly to: number,
    ) {
        this.low = Math.log(Math.min(...values));
        this.high = Math.log(Math.max(...values));
    }

    /** Where a value is; one that is outside is at the edge. */
    at(value: number): number {
        const part = (Math.log(value) - this.low) / Math.max(this.high - this.low, 1e-9);
        return this.from + Math.min(1, Math.max(0, part)) * (this.to - this.from);
    }

    /** Round numbers in a range that is too small for powers of ten. */
    private evenTicks(): number[] {
        const low = Math.exp(this.low);
        const high = Math.exp(this.high);
        const rough = (high - low) / MOST_TICKS;
        const power = 10 ** Math.floor(Math.log10(rough));
        const step = power * (STEPS.find((each) => each * power >= rough) ?? 10);
        const ticks: number[] = [];
        for (let number = Math.ceil(low / step); number * step < high; number++) {
            ticks.push(Number((number * step).toPrecision(6)));
        }
        return ticks;
    }

    /** Round numbers that are not too close to each other, nor to the edge. */
    ticks(): number[] {
        const all: number[] = [];
        const first = Math.floor(this.low / Math.LN10);
        const last = Math.ceil(this.high / Math.LN10);
        for (let power = first; power <= last; power++) {
            const tens = STEPS.map((step) => Number((step * 10 ** power).toPrecision(1)));
            all.push(...tens);
        }
        const inside = all.filter((tick) => Math.log(tick) > this.low && Math.log(tick) < this.high);
        if (inside.length < 2) {
            return this.evenTicks();
        }
        if (inside.length <= MOST_TICKS) {
            return inside;
        }
        const tens = inside.filter((tick) => /^1(e|0*$)|^0\.0*1$/.test(String(tick)));
        const every = Math.ceil(tens.length / MOST_TICKS);
        return tens.filter((tick, index) => index % every === 0 || tick === 1);
    }
}
