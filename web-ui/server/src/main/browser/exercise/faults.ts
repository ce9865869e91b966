// What is said of the faults that tests find.

const NAMES: Record<string, string> = {
    "wrong-result": "Wrong result",
    deadlock: "Deadlock",
    livelock: "Livelock",
    race: "Data race",
    "lost-wakeup": "Lost wake-up",
    starvation: "Starvation",
    leak: "Leak",
    "busy-wait": "Busy waiting",
    pinned: "Pinned carrier",
    "interrupt-ignored": "Interrupt ignored",
    exception: "Exception",
    timeout: "No end in time",
    memory: "Out of memory",
    forbidden: "Not allowed",
};

export function faultName(fault: string): string {
    return NAMES[fault] ?? fault;
}
