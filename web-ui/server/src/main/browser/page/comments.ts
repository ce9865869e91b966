// A click on a line of code that can be commented fills in the form for it.

export function lineComments(): void {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-comment]")) {
        const code = form.closest("details");
        code?.addEventListener("click", (event) => {
            const line = (event.target as HTMLElement).closest<HTMLElement>(".code-lines > li");
            if (line !== null && getSelection()?.isCollapsed !== false) {
                choose(form, line);
            }
        });
    }
}

function choose(form: HTMLFormElement, line: HTMLElement): void {
    const list = line.parentElement as HTMLOListElement;
    const fields = form.elements;
    (fields.namedItem("file") as HTMLSelectElement).value = list.dataset.file ?? "";
    (fields.namedItem("line") as HTMLInputElement).value = String(
        [...list.children].indexOf(line) + 1,
    );
    (fields.namedItem("words") as HTMLTextAreaElement).focus();
}
