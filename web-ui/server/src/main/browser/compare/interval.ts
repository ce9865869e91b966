// Student's interval, as the server makes it.

export interface Interval {
    value: number;
    low: number;
    high: number;
}

/** Quantiles for 99 % by degrees of freedom, from 1. */
const STUDENT = [63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.25, 3.169, 3.106, 3.055, 3.012, 2.977];

/** Around the geometric mean; null for fewer than two values. */
export function intervalOf(values: number[]): Interval | null {
    if (values.length < 2) {
        return null;
    }
    const logs = values.map(Math.log);
    const mean = logs.reduce((sum, each) => sum + each, 0) / logs.length;
    const squares = logs.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    const quantile = STUDENT[Math.min(logs.length - 1, STUDENT.length) - 1]!;
    const half = quantile * Math.sqrt(squares / (logs.length - 1) / logs.length);
    return { value: Math.exp(mean), low: Math.exp(mean - half), high: Math.exp(mean + half) };
}
