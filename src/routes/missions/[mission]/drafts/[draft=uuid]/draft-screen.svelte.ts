/** What is open on the editor's screen, and what follows from the draft as it stands. */
import { tick } from 'svelte';
import { completeness } from '$lib/core/directive';
import type { Missing } from '$lib/core/directive';
import type {
	DesignationKind,
	Deployment,
	DirectiveVersion,
	DraftDesignation,
	Establishment,
	Instant,
	Mission
} from '$lib/core/domain';
import type { DrawTool } from '$lib/map/draw';
import { showDraft } from '$lib/ui/directive/shown';
import { differenceOf } from '$lib/ui/directive/version-difference';
import { byId, listEstablishment, listedIds } from './draft-entries';
import type { DraftEditor } from './draft-editor.svelte';

export type DraftFacts = {
	mission: Mission;
	establishments: Establishment[];
	deployments: Deployment[];
	/** The version whose place the draft would take. */
	base: DirectiveVersion | null;
	now: Instant;
};

export class DraftScreen {
	readonly editor: DraftEditor;
	readonly facts: DraftFacts;
	readonly register: ReadonlyMap<string, Establishment>;

	/** The entry whose fields are open. */
	open: string | null = $state(null);
	/** The entry whose area is drawn on the map. */
	drawing: { id: string; tool: DrawTool } | null = $state(null);
	/** An establishment chosen on the map that is not listed yet. */
	picked: string | null = $state(null);
	/** The last entry taken out, to put it back. */
	removed: { entry: DraftDesignation; index: number } | null = $state.raw(null);

	constructor(editor: DraftEditor, facts: DraftFacts) {
		this.editor = editor;
		this.facts = facts;
		this.register = byId(facts.establishments);
	}

	readonly listed = $derived.by(() => listedIds(this.editor.content.designations));
	readonly shown = $derived.by(() => showDraft(this.editor.content.designations, this.register));
	readonly missing = $derived.by(() => {
		const { timeZone, languages, area } = this.facts.mission;
		return completeness(
			{
				...this.editor.content,
				directiveId: this.editor.base.directiveId,
				designations: this.shown
			},
			{ at: this.facts.now, timeZone, languages, area }
		);
	});
	readonly difference = $derived.by(() =>
		this.facts.base
			? differenceOf(this.facts.base, { ...this.editor.content, designations: this.shown })
			: null
	);

	shownById(id: string) {
		return this.shown.find((entry) => entry.id === id);
	}

	async add(entry: DraftDesignation, thenGoTo = true): Promise<void> {
		this.editor.content.designations.push(entry);
		this.picked = null;
		if (thenGoTo) await this.goToEntry(entry.id);
	}

	addEstablishment(id: string): void {
		if (!this.listed.has(id)) void this.add(listEstablishment({ id }), false);
	}

	remove(id: string): void {
		const { designations } = this.editor.content;
		const index = designations.findIndex((entry) => entry.id === id);
		if (index < 0) return;
		this.removed = { entry: $state.snapshot(designations[index]!) as DraftDesignation, index };
		designations.splice(index, 1);
		if (this.open === id) this.open = null;
		if (this.drawing?.id === id) this.drawing = null;
	}

	putBack(): void {
		if (!this.removed) return;
		this.editor.content.designations.splice(this.removed.index, 0, this.removed.entry);
		this.removed = null;
	}

	/** Opens an entry and brings it into view, for whoever came from the map or from a list of gaps. */
	async goToEntry(id: string, field = 'heading'): Promise<void> {
		this.open = id;
		await tick();
		focusIn(`[data-entry="${CSS.escape(id)}"] [data-field="${field}"]`);
	}

	async goTo({ designationId, field }: Missing): Promise<void> {
		if (designationId) return this.goToEntry(designationId, field);
		await tick();
		focusIn(`[data-field="${field}"]`);
	}

	/** What pointing at something on the map means. */
	pick(pick: { kind: string; id: string } | null): void {
		if (pick?.kind === 'draft') void this.goToEntry(pick.id);
		this.picked = pick?.kind === 'establishment' ? pick.id : null;
	}
}

/** Kinds whose place is drawn rather than looked up. */
export const hasArea = (kind: DesignationKind) => kind === 'zone' || kind === 'curfew';

function focusIn(selector: string): void {
	const place = document.querySelector<HTMLElement>(selector);
	if (!place) return;
	place.scrollIntoView({ block: 'center' });
	const control = place.matches('button, input, textarea, select')
		? place
		: place.querySelector<HTMLElement>('input, textarea, select, button');
	control?.focus({ preventScroll: true });
}
