// What helps with the forms of classes; they work without it.

const LARGEST = 200_000;

export function formHelp(): void {
    for (const input of document.querySelectorAll<HTMLInputElement>("input[data-into]")) {
        input.addEventListener("change", () => void readInto(input));
    }
    const zone = document.querySelector<HTMLInputElement>("input[data-zone]");
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone !== null && own !== "Etc/Unknown") {
        zone.value = own;
    }
}

async function readInto(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    const area = input.form?.elements.namedItem(input.dataset.into ?? "");
    if (file === undefined || !(area instanceof HTMLTextAreaElement)) {
        return;
    }
    const large = file.size > LARGEST;
    input.setCustomValidity(large ? `This file has more than ${LARGEST} bytes.` : "");
    if (large) {
        input.reportValidity();
        return;
    }
    area.value = decoded(await file.arrayBuffer());
}

// Spreadsheets of old write the bytes of Windows.
function decoded(bytes: ArrayBuffer): string {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
        return new TextDecoder("windows-1252").decode(bytes);
    }
}
