// Runs before the first paint, so that a page never flashes in the wrong theme. A classic script:
// it can import nothing, and the block keeps its names to itself.
{
    const root = document.documentElement;
    root.classList.add("js");
    try {
        const theme = localStorage.getItem("interleave.theme");
        if (theme === "light" || theme === "dark") {
            root.dataset.theme = theme;
        }
    } catch {
        // A browser that forbids storage gets the system's theme.
    }
}
