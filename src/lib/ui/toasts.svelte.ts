/** Short confirmations that need no answer. What needs one is a Notice where the reader works. */

type Toast = { id: number; text: string };

const READING_MS = 5000;

export const toasts = $state<{ shown: Toast[] }>({ shown: [] });
let last = 0;

/** Called in the browser only, from an event. */
export function showToast(text: string): void {
	const id = ++last;
	toasts.shown.push({ id, text });
	setTimeout(() => {
		toasts.shown = toasts.shown.filter((toast) => toast.id !== id);
	}, READING_MS);
}
