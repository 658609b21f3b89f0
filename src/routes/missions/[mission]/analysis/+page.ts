import { VIEWS } from './analysis-state';
import type { PageLoad } from './$types';
import { loadView } from './views';

/** The view that the address asks for is there at once; the others come when they are opened. */
export const load: PageLoad = async ({ data, url }) => {
	const asked = url.searchParams.get('view');
	return { ...data, views: await loadView(VIEWS.find((view) => view === asked) ?? 'bases') };
};
