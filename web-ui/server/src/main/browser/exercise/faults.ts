// What is said of the faults that tests find.

import { t } from "../page/texts";

const NAMES: Record<string, string> = {
    "wrong-result": t("Wrong result"),
    deadlock: t("Deadlock"),
    livelock: t("Livelock"),
    race: t("Data race"),
    "lost-wakeup": t("Lost wake-up"),
    starvation: t("Starvation"),
    leak: t("Leak"),
    "busy-wait": t("Busy waiting"),
    pinned: t("Pinned carrier"),
    "interrupt-ignored": t("Interrupt ignored"),
    exception: t("Exception"),
    timeout: t("No end in time"),
    memory: t("Out of memory"),
    forbidden: t("Not allowed"),
};

export function faultName(fault: string): string {
    return NAMES[fault] ?? fault;
}
