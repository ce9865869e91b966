// The server's API for the comparisons of one lesson.

import type { ComparisonState } from "../messages";
import { LessonHttp, type Saved } from "./http";

export class ComparisonApi extends LessonHttp {
    async state(comparison: string): Promise<ComparisonState> {
        return (await this.get(`comparisons/${comparison}`)).json();
    }

    /** `last` tries to send the text although the page is going away. */
    async save(
        comparison: string,
        version: string,
        text: string,
        base: number,
        last: boolean,
    ): Promise<Saved> {
        const body = { version, text, base };
        return this.saved(await this.send("PUT", `comparisons/${comparison}/draft`, body, last));
    }

    /** Has the versions compared; what is measured comes by the stream of events. */
    async begin(
        comparison: string,
        order: { versions: string[]; n: number; same: boolean; prediction: number },
    ): Promise<void> {
        await this.command(`comparisons/${comparison}/runs`, order);
    }

    /** Has it recorded where the time of a version of a measurement goes. */
    async look(comparison: string, run: number, version: number): Promise<void> {
        await this.command(`comparisons/${comparison}/runs/${run}/flames`, { version });
    }

    async stop(comparison: string): Promise<void> {
        await this.command(`comparisons/${comparison}/stop`);
    }

    /** Names a measurement; no name takes it away. */
    async name(comparison: string, run: number, name: string): Promise<void> {
        await this.checked(await this.send("PUT", `comparisons/${comparison}/runs/${run}`, { name }));
    }

    /** Where a measurement can be had in JMH's own format. */
    exportOf(comparison: string, run: number): string {
        return this.url(`comparisons/${comparison}/runs/${run}/jmh.json`);
    }
}
