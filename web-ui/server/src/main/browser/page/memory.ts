// What this browser remembers. A browser that forbids storage forgets, and nothing breaks.

export function remembered(key: string): string | null {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

export function remember(key: string, value: string): void {
    try {
        localStorage.setItem(key, value);
    } catch {
        // Full or forbidden: the server keeps what matters.
    }
}

export function forget(key: string): void {
    try {
        localStorage.removeItem(key);
    } catch {
        // As above.
    }
}
