import type { AllegationHeat, Day, ReleasedCounts } from '$lib/core/domain';
import { sumReleased, type CountFilter } from '$lib/core/released-counts';
import type { ViewState } from '$lib/map/view-state';

/** The years that the map's options add up: a span that ends with the year shown. */
export function filterOf({ span, type }: ViewState['heat'], day: Day, firstDay: Day): CountFilter {
	const [toYear, firstYear] = [Number(day.slice(0, 4)), Number(firstDay.slice(0, 4))];
	const fromYear = span === 'all' ? firstYear : toYear - Number(span) + 1;
	return { fromYear: Math.max(firstYear, fromYear), toYear, type };
}

/** The mission's released counts, asked for once and summed for what the map shows. */
export class HeatCounts {
	#mission: string;
	#filter: () => CountFilter;
	#released: ReleasedCounts | null = $state.raw(null);
	state: 'idle' | 'loading' | 'failed' = $state('idle');
	readonly heat: AllegationHeat | null = $derived.by(
		() => this.#released && sumReleased(this.#released, this.#filter())
	);

	constructor(mission: string, filter: () => CountFilter) {
		this.#mission = mission;
		this.#filter = filter;
	}

	async load(): Promise<void> {
		if (this.#released || this.state === 'loading') return;
		this.state = 'loading';
		try {
			const response = await fetch(`/missions/${this.#mission}/analysis/heat.json`);
			if (!response.ok) throw new Error(`heat: ${response.status}`);
			this.#released = await response.json();
			this.state = 'idle';
		} catch {
			this.state = 'failed';
		}
	}
}
