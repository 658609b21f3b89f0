/** The scenario that the address holds, what it would change, and the steps back. */
import { hasLapsed } from '$lib/core/directive';
import type { DatedDesignation, Deployment, Establishment, LngLat } from '$lib/core/domain';
import type { Instant, Mission } from '$lib/core/domain';
import { isInForce, isValidOn } from '$lib/core/period';
import type { DeploymentProximity } from '$lib/core/proximity';
import {
	isOpen,
	listStandings,
	measureSituation,
	moveBases,
	NO_CHANGE,
	type Scenario,
	type Standing
} from '$lib/core/what-if';
import type { AnalysisState } from './analysis-state';

export type WhatIfFacts = {
	view: AnalysisState;
	mission: Mission;
	establishments: Establishment[];
	deployments: Deployment[];
	designations: DatedDesignation[];
	/** The moment of the day that is looked at. */
	at: Instant;
};

export type PlaceStanding = Standing<Establishment>;
export type BaseChange = {
	base: Deployment;
	/** Near places that are not Off-Limits. */
	before: DeploymentProximity;
	after: DeploymentProximity;
	/** Where the scenario puts it. */
	moved: LngLat | null;
};

const toggled = (ids: readonly string[], id: string) =>
	ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];

export class WhatIfScreen {
	readonly #facts: () => WhatIfFacts;
	#past: Scenario[] = $state.raw([]);

	constructor(facts: () => WhatIfFacts) {
		this.#facts = facts;
	}

	readonly scenario = $derived.by<Scenario>(() => {
		const { designated, lifted, moved } = $state.snapshot(this.#facts().view.whatIf);
		return { designated, lifted, moved } as Scenario;
	});
	readonly rules = $derived.by(() => {
		const { designations, at } = this.#facts();
		return designations.filter((each) => isInForce(each, at) && !hasLapsed(each, at));
	});
	readonly standings = $derived.by<PlaceStanding[]>(() =>
		listStandings(this.#facts().establishments, this.rules, this.#facts().view.on)
	);
	/** Those of the day, as they stand. */
	readonly deployments = $derived.by(() =>
		this.#facts().deployments.filter(({ period }) => isValidOn(period, this.#facts().view.on))
	);
	readonly options = $derived.by(() => ({
		ringsMetres: this.#facts().mission.ringsMetres,
		on: this.#facts().view.on
	}));

	readonly before = $derived.by(() =>
		measureSituation(this.standings, this.deployments, NO_CHANGE, this.options)
	);
	readonly after = $derived.by(() =>
		measureSituation(this.standings, this.deployments, this.scenario, this.options)
	);
	readonly movedDeployments = $derived.by(() => moveBases(this.deployments, this.scenario));
	readonly bases = $derived.by<BaseChange[]>(() => {
		const { moved } = this.scenario;
		const after = this.after.open.proximity.deployments;
		return this.before.open.proximity.deployments.map((before, i) => ({
			base: this.deployments[i]!,
			before,
			after: after[i]!,
			moved: moved.find(({ id }) => id === before.id)?.position ?? null
		}));
	});
	/** Places that would not be Off-Limits. */
	readonly open = $derived.by(() =>
		this.standings.filter((each) => isOpen(each, this.scenario)).map(({ place }) => place)
	);

	readonly isChanged = $derived.by(() =>
		Object.values(this.scenario).some((changes) => changes.length > 0)
	);
	readonly canUndo = $derived.by(() => this.#past.length > 0);

	isOpen = (standing: PlaceStanding, scenario = this.scenario) => isOpen(standing, scenario);
	/** The designations of the place itself, which lifting it takes away. */
	ownRules = ({ place, rules }: PlaceStanding) =>
		this.rules.filter(
			({ id, establishmentId }) => establishmentId === place.id && rules.includes(id)
		);

	change(part: Partial<Scenario>): void {
		this.#past = [...this.#past, this.scenario];
		Object.assign(this.#facts().view.whatIf, part);
	}
	undo(): void {
		const last = this.#past.at(-1);
		if (!last) return;
		this.#past = this.#past.slice(0, -1);
		Object.assign(this.#facts().view.whatIf, last);
	}
	clear = () => this.change(NO_CHANGE);
	designate = (ids: readonly string[]) =>
		this.change({ designated: [...this.scenario.designated, ...ids] });
	toggleDesignated = (id: string) =>
		this.change({ designated: toggled(this.scenario.designated, id) });
	toggleLifted = (id: string) => this.change({ lifted: toggled(this.scenario.lifted, id) });
	/** Null puts it back. */
	move(id: string, position: LngLat | null): void {
		const others = this.scenario.moved.filter((each) => each.id !== id);
		this.change({ moved: position ? [...others, { id, position }] : others });
	}
}
