// A drawing as a file: SVG with the colours of the page written into it, or PNG drawn from that.

const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor"];
const SCALE = 2;

export function svgText(drawing: SVGSVGElement, title: string): string {
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const from = [drawing, ...drawing.querySelectorAll("*")];
    const to = [copy, ...copy.querySelectorAll("*")];
    from.forEach((each, index) => {
        const computed = getComputedStyle(each);
        for (const name of STYLES) {
            to[index]!.setAttribute(name, computed.getPropertyValue(name));
        }
        to[index]!.removeAttribute("class");
    });
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ground.setAttribute("width", "100%");
    ground.setAttribute("height", "100%");
    ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
    const words = document.createElementNS("http://www.w3.org/2000/svg", "title");
    words.textContent = title;
    copy.prepend(words, ground);
    return new XMLSerializer().serializeToString(copy);
}

export function saveSvg(drawing: SVGSVGElement, title: string, name: string): void {
    save(new Blob([svgText(drawing, title)], { type: "image/svg+xml" }), `${name}.svg`);
}

export async function savePng(drawing: SVGSVGElement, title: string, name: string): Promise<void> {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(drawing, title))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = drawing.clientWidth * SCALE;
    canvas.height = drawing.clientHeight * SCALE;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob !== null) {
        save(blob, `${name}.png`);
    }
}

function save(blob: Blob, name: string): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
