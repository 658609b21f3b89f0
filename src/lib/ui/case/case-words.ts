/** How a case is put into words and colours, the same in every list and on its own page. */
import type { CaseState } from '$lib/core/case';
import type { ComponentProps } from 'svelte';
import type Badge from '$lib/ui/Badge.svelte';

export const TONE_OF_STATE: Record<CaseState, ComponentProps<typeof Badge>['tone']> = {
	nominated: 'accent',
	assessed: 'accent',
	recommended: 'accent',
	scheduled: 'near',
	emergency: 'prohibited',
	in_force: 'prohibited',
	closed_down: 'prohibited',
	lapsed: 'near',
	lifted: 'done',
	dismissed: 'plain',
	withdrawn: 'plain'
};
