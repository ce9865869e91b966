// How a run ended, in a few words: for the state beside the button and for a screen reader.

import type { IconName } from "../page/icons";
import type { Done } from "../messages";
import { t } from "../page/texts";

export interface Ending {
    readonly icon: IconName;
    readonly kind: "done" | "failed" | "stopped";
    readonly text: string;
}

const LIMITS: Record<NonNullable<Done["limit"]>, string> = {
    memory: t("used more memory than it may"),
    threads: t("started more threads than it may"),
    processes: t("started more processes than it may"),
    output: t("printed more than it may"),
    disk: t("wrote more to the disk than it may"),
    time: t("took longer than it may"),
};

export function ending(done: Done): Ending {
    switch (done.status) {
        case "ok":
            return { icon: "done", kind: "done", text: t("Ran in {0}", duration(done.evalMillis)) };
        case "compile-error":
            return { icon: "failed", kind: "failed", text: t("Does not compile") };
        case "exception":
            return { icon: "failed", kind: "failed", text: t("Failed ({0})", duration(done.evalMillis)) };
        case "killed":
            return { icon: "stopped", kind: "stopped", text: t("Stopped") };
        case "timeout":
            return { icon: "limit", kind: "failed", text: t("Stopped: it {0}", LIMITS.time) };
        case "limit":
            return { icon: "limit", kind: "failed", text: t("Stopped: it {0}", LIMITS[done.limit ?? "time"]) };
    }
}

export function duration(millis: number): string {
    if (millis < 1) return t("under 1 ms");
    if (millis < 1000) return t("{0} ms", Math.round(millis));
    if (millis < 60_000) return t("{0} s", (millis / 1000).toFixed(1));
    const minutes = Math.floor(millis / 60_000);
    return t("{0} min {1} s", minutes, Math.round((millis % 60_000) / 1000));
}
