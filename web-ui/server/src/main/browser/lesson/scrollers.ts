// What scrolls sideways can be reached by keyboard, and what does not is no stop on the way.

const SELECTOR = "pre, .table";

export function reachableScrollers(root: ParentNode): void {
    const observer = new ResizeObserver((entries) => {
        for (const { target } of entries) {
            if (target.scrollWidth > target.clientWidth) {
                target.setAttribute("tabindex", "0");
            } else {
                target.removeAttribute("tabindex");
            }
        }
    });
    root.querySelectorAll(`article :is(${SELECTOR})`).forEach((part) => observer.observe(part));
}
