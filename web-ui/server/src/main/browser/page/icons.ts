// The few pictures of the page, drawn on a grid of 16; they follow the colour of the text.

const PATHS = {
    run: "M4.5 2.5v11l9-5.5z",
    stop: "M3.5 3.5h9v9h-9z",
    never: "M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6z",
    queued: "M4 2.5h8M4 13.5h8M5 2.5c0 3 3 4 3 5.5s-3 2.5-3 5.5M11 2.5c0 3-3 4-3 5.5s3 2.5 3 5.5",
    running: "M8 2a6 6 0 1 1-6 6",
    done: "M2.8 8.6l3.4 3.4 7-7.6",
    failed: "M3.5 3.5l9 9M12.5 3.5l-9 9",
    stopped: "M4 4h8v8H4z",
    stale: "M13 8a5 5 0 1 1-1.6-3.7M13 1.8v3.4H9.6",
    reset: "M3 8a5 5 0 1 0 1.6-3.7M3 1.8v3.4h3.4",
    copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
    limit: "M8 1.8l6.6 11.7H1.4zM8 6.2v3.6M8 11.4v.6",
} as const;

const FILLED = new Set<IconName>(["run", "stop"]);

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGSVGElement {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", `icon icon-${name}${FILLED.has(name) ? " filled" : ""}`);
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", PATHS[name]);
    svg.append(path);
    return svg;
}
