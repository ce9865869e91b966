// Makes elements. What comes from a cell only ever becomes text nodes, never markup; for what the
// server made of a cell's own markup see output/shown.ts.

type Child = Node | string | null | undefined;

export function element<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Record<string, string> = {},
    ...children: Child[]
): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
}

export function button(
    className: string,
    onClick: () => void,
    ...children: Child[]
): HTMLButtonElement {
    const made = element("button", { type: "button", class: className }, ...children);
    made.addEventListener("click", onClick);
    return made;
}

/** Whether a key press belongs to a place where text is typed. */
export function isTyping(event: KeyboardEvent): boolean {
    const target = event.target as HTMLElement | null;
    return target?.closest("input, textarea, select, [contenteditable=true]") !== null;
}
