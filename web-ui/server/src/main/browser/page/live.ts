// A part of the page that goes on changing in the server is fetched again from time to time, until it
// says that it is complete. What is typed elsewhere in the page stays.

import { announce } from "./announce";

export function livePart(): void {
    const part = document.querySelector<HTMLElement>("[data-live][id]");
    if (part !== null) {
        again(part.id, Number(part.dataset.live) * 1000);
    }
}

function again(id: string, pause: number): void {
    setTimeout(() => {
        void renew(id).then((goesOn) => {
            if (goesOn) {
                again(id, pause);
            }
        });
    }, pause);
}

async function renew(id: string): Promise<boolean> {
    try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        const found = new DOMParser()
            .parseFromString(await answer.text(), "text/html")
            .getElementById(id);
        const present = document.getElementById(id);
        if (!answer.ok || answer.redirected || found === null || present === null) {
            return false;
        }
        if (present.innerHTML !== found.innerHTML) {
            const opened = present.querySelectorAll("details[open]").length > 0;
            const focused = present.contains(document.activeElement);
            // Who reads or uses it sees what is new when it is complete.
            if (!(opened || focused) || found.dataset.live === undefined) {
                present.replaceChildren(...found.childNodes);
                if (found.dataset.live === undefined) {
                    announce("All is graded.");
                }
            }
        }
        return found.dataset.live !== undefined;
    } catch {
        return true;
    }
}
