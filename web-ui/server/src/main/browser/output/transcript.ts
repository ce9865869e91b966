// The plain text of an output, in the order in which it came.

export class Transcript {
    private readonly parts: string[] = [];
    private breaks = 0;
    private open = false;

    get text(): string {
        return this.parts.join("");
    }

    get lines(): number {
        return this.breaks + (this.open ? 1 : 0);
    }

    add(text: string): void {
        this.parts.push(text);
        this.breaks += text.split("\n").length - 1;
        this.open = text === "" ? this.open : !text.endsWith("\n");
    }

    clear(): void {
        this.parts.length = 0;
        this.breaks = 0;
        this.open = false;
    }
}
