/**
 * The state of the map screen: what was loaded, what is asked for (time, layers, selection), and
 * all that follows from the two. Components read it and change `view`; nothing else is stored.
 */
import type { Day, Establishment, Instant, Mission, Text } from '$lib/core/domain';
import { hasLapsed } from '$lib/core/directive';
import { localToMillis } from '$lib/core/curfew';
import { dayAt, isInForce, isValidOn, toInstant } from '$lib/core/period';
import { measureProximity, ringAnswer, type Proximity } from '$lib/core/proximity';
import { boundsOf, growBounds, isWithin, type Bounds } from '$lib/map/camera';
import { endOfDay } from '$lib/map/days';
import type { MapLayer, ViewState } from '$lib/map/view-state';
import type { PageData } from './$types';
import { listNeighbours, mapNearest, type Neighbour } from './neighbours';
import {
	keyOf,
	listUnlisted,
	toDeploymentRecord,
	toDesignationRecord,
	toDraftRecords,
	toEstablishmentRecord,
	toPositionRecord,
	type ShownRecord
} from './records';

/** What was filtered by time already is not filtered again. */
const ALWAYS = { from: null, until: null };

export class MapPage {
	view: ViewState = $state()!;
	/** What of the ground is in view, free of panels; undefined before the map is there. */
	boundsInView: Bounds | undefined = $state();

	/** May be tens of thousands, mostly not drawn: asked for when the map is there, not within the page. */
	#onRecord: Establishment[] = $state.raw([]);
	hasRegister = $state(false);
	#asking = false;
	#load: () => PageData;
	#say: (text: Text) => string;

	constructor(load: () => PageData, view: ViewState, say: (text: Text) => string) {
		this.#load = load;
		this.#say = say;
		this.view = view;
	}

	readonly data: PageData = $derived.by(() => this.#load());
	readonly mission: Mission = $derived(this.data.mission);
	readonly today: Day = $derived(dayAt(this.data.now, this.mission.timeZone));
	readonly day: Day = $derived(this.view.on ?? this.today);
	/** Everything the map shows is as of this instant. */
	readonly at: Instant = $derived.by(() => {
		const { on, time } = this.view;
		const { timeZone } = this.mission;
		if (!on) return this.data.now;
		return time ? toInstant(localToMillis(on, time, timeZone, 'first')) : endOfDay(on, timeZone);
	});
	readonly firstDay: Day = $derived(this.mission.period.from ?? this.today);
	readonly whole: Bounds = $derived(boundsOf([this.mission.area]) ?? [-180, -60, 180, 75]);

	// Records are made once per load; the day only chooses among them.
	#deployments = $derived(this.data.deployments.map(toDeploymentRecord));
	#designations = $derived(
		this.data.designations.map((designation) =>
			toDesignationRecord(designation, (text) => this.#say(text))
		)
	);
	#establishments = $derived(this.#onRecord.map(toEstablishmentRecord));
	#drafts = $derived(toDraftRecords(this.data.drafts, this.#onRecord, (text) => this.#say(text)));

	readonly deployments = $derived(
		this.#deployments.filter(({ of }) => isValidOn(of.period, this.day))
	);
	readonly designations = $derived(
		this.#designations.filter(({ of }) => isInForce(of, this.at) && !hasLapsed(of, this.at))
	);
	readonly classRules = $derived(this.designations.filter(({ of }) => of.kind === 'class'));
	/** Drafts are of now: they are shown only while the map shows today. */
	readonly drafts = $derived(this.view.on ? [] : this.#drafts);
	readonly register = $derived(
		listUnlisted(this.#establishments, this.designations).filter(({ of }) =>
			isValidOn(of.period, this.day)
		)
	);

	async loadRegister(): Promise<void> {
		if (this.hasRegister || this.#asking || !this.data.sees.heat) return;
		this.#asking = true;
		try {
			const response = await fetch(`/missions/${this.mission.slug}/map/register.json`);
			if (!response.ok) return;
			this.#onRecord = await response.json();
			this.hasRegister = true;
		} catch {
			// No line: the layer has no number.
		} finally {
			this.#asking = false;
		}
	}

	shows = (layer: MapLayer): boolean => this.view.layers.includes(layer);

	toggle(layer: MapLayer): void {
		this.view.layers = this.shows(layer)
			? this.view.layers.filter((shown) => shown !== layer)
			: [...this.view.layers, layer];
	}

	/** What the visible layers show on this day, anywhere. */
	readonly shown: ShownRecord[] = $derived([
		...(this.shows('off-limits') ? this.designations : []),
		...(this.shows('deployments') ? this.deployments : []),
		...(this.shows('drafts') ? this.drafts : []),
		...(this.shows('register') ? this.register : [])
	]);
	readonly shownInView = $derived.by(() => {
		const bounds = this.boundsInView;
		return bounds
			? this.shown.filter(({ anchor }) => !anchor || isWithin(anchor, bounds))
			: this.shown;
	});

	readonly selected: ShownRecord | null = $derived.by(() => {
		const wanted = this.view.selected;
		if (!wanted) return null;
		if (wanted.kind === 'position') return toPositionRecord(wanted.id, '') ?? null;
		const key = keyOf(wanted);
		const all = [...this.designations, ...this.deployments, ...this.drafts, ...this.register];
		return all.find((record) => keyOf(record) === key) ?? null;
	});

	/** The other side of the proximity question, seen from a record. */
	#othersOf(record: ShownRecord): readonly ShownRecord[] {
		if (record.kind === 'deployment') return this.designations;
		if (record.kind === 'position') return [...this.designations, ...this.deployments];
		return this.deployments;
	}

	readonly neighbours: Neighbour[] = $derived(
		this.selected ? listNeighbours(this.selected, this.#othersOf(this.selected)) : []
	);
	readonly widestRing = $derived(Math.max(...this.mission.ringsMetres));
	/** Neighbours that are, or may be, inside the widest ring. */
	readonly neighboursInRings = $derived(
		this.neighbours.filter(
			({ distanceMetres, uncertaintyMetres }) =>
				ringAnswer(distanceMetres, uncertaintyMetres, this.widestRing) !== 'no'
		)
	);

	/** Counts per ring and the nearest, for all that is in force and deployed on this day. */
	readonly proximity: Proximity = $derived.by(() => {
		const places = this.designations.flatMap(({ id, geometry, accuracyMetres }) =>
			geometry ? [{ id, geometry, accuracyMetres, period: ALWAYS }] : []
		);
		const deployments = this.deployments.map(({ of }) => of);
		const { ringsMetres } = this.mission;
		return measureProximity(places, deployments, { ringsMetres, when: { at: this.day } });
	});

	/** The nearest of the other side, for each record that has one. */
	readonly nearest: ReadonlyMap<ShownRecord, Neighbour> = $derived(
		mapNearest(this.proximity, [...this.deployments, ...this.designations])
	);

	/** Where the camera goes to see a record with its rings. */
	boundsAround(record: ShownRecord): Bounds | undefined {
		const bounds = boundsOf([record.geometry]);
		return bounds && growBounds(bounds, this.shows('proximity') ? this.widestRing : 1000);
	}
}
