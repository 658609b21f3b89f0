import { loadMessages } from '$lib/i18n/load';
import type { LayoutLoad } from './$types';

/** Messages hold functions, so they cannot travel as data: server and browser each load the chunk. */
export const load: LayoutLoad = async ({ data, route }) => ({
	...data,
	messages: await loadMessages(data.locale, route.id)
});
