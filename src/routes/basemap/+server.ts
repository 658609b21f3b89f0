/** The archives the operator added; the map draws those in a schema it knows. */
import { json } from '@sveltejs/kit';
import { listOperatorArchives } from '$lib/server/operator-archives';
import { readSettings } from '$lib/server/settings';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json({ archives: await listOperatorArchives(readSettings().dataFolder) });
