import type { AllegationHeat } from '$lib/core/domain';
import type { HeatSpan, ViewState } from '$lib/map/view-state';

/** The years that a span ending with the shown year adds up. */
export function yearsOf(span: HeatSpan, lastYear: number, firstYear: number): [number, number] {
	const from = span === 'all' ? firstYear : lastYear - Number(span) + 1;
	return [Math.max(firstYear, from), lastYear];
}

/** Released counts as asked for by the map's time and options; each answer is asked for once. */
export class HeatCounts {
	#mission: string;
	#answers: Record<string, Promise<AllegationHeat>> = {};
	heat: AllegationHeat | null = $state.raw(null);
	state: 'idle' | 'loading' | 'failed' = $state('idle');

	constructor(mission: string) {
		this.#mission = mission;
	}

	async load([from, to]: [number, number], type: ViewState['heat']['type']): Promise<void> {
		const key = `from=${from}&to=${to}${type ? `&type=${type}` : ''}`;
		this.state = 'loading';
		const answer = (this.#answers[key] ??= this.#ask(key));
		this.#latest = key;
		try {
			const heat = await answer;
			// A slower answer to an earlier question must not replace a later one.
			if (this.#latest !== key) return;
			this.heat = heat;
			this.state = 'idle';
		} catch {
			delete this.#answers[key];
			if (this.#latest !== key) return;
			this.heat = null;
			this.state = 'failed';
		}
	}
	#latest = '';

	async #ask(query: string): Promise<AllegationHeat> {
		const response = await fetch(`/missions/${this.#mission}/map/heat?${query}`);
		if (!response.ok) throw new Error(`heat: ${response.status}`);
		return response.json();
	}
}
