/** Light or dark: the reader's choice, else the device's, and a change of either while open. */
import { getContext, setContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import { THEME_COOKIE } from '$lib/i18n/preferences';
import type { Theme } from '$lib/i18n/preferences';

const KEY = Symbol('theme');
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export class ThemeChoice {
	choice = $state<Theme>('system');
	#dark = new MediaQuery('prefers-color-scheme: dark', false);

	constructor(choice: Theme) {
		this.choice = choice;
	}

	/** What is on screen; maps and charts repaint on it. */
	get current(): 'light' | 'dark' {
		if (this.choice !== 'system') return this.choice;
		return this.#dark.current ? 'dark' : 'light';
	}

	/** In the browser only: repaints at once and remembers for the next request. */
	choose(theme: Theme): void {
		this.choice = theme;
		document.documentElement.dataset.theme = theme;
		document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
	}
}

export function setTheme(choice: Theme): ThemeChoice {
	return setContext(KEY, new ThemeChoice(choice));
}

export function useTheme(): ThemeChoice {
	return getContext<ThemeChoice>(KEY);
}
