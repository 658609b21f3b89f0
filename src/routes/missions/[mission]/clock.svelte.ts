/** The time of day for ages and curfews on a page that stays open. */
import { onMount } from 'svelte';

const TICK_MILLISECONDS = 20_000;

export class Clock {
	/** Milliseconds since 1970. */
	now = $state<number>(0);

	constructor() {
		this.now = Date.now();
		onMount(() => {
			this.now = Date.now();
			const timer = setInterval(() => (this.now = Date.now()), TICK_MILLISECONDS);
			return () => clearInterval(timer);
		});
	}
}
