/**
 * A process to kill: publishes one directive after the other, or with the word `drafts` only saves
 * drafts, and prints each once it is answered.
 */
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { call } from '../../src/lib/data/client';
import { openCordon } from '../../src/lib/server/cordon';
import { readSettings } from '../../src/lib/server/settings';
import { someContent } from '../data/contents';

const cordon = await openCordon(readSettings());
const head = createClient(cordon.door.url, cordon.door.key, {
	global: { fetch: cordon.door.fetch },
	auth: { persistSession: false, autoRefreshToken: false }
}) as unknown as SupabaseClient;
const { email, password } = cordon.demo!.find(({ role }) => role === 'head_of_mission')!;
await head.auth.signInWithPassword({ email, password });
process.stdout.write('ready\n');

for (;;) {
	const { id, revision } = await call(head, 'create_draft', {
		mission: 'kosovo',
		directive_id: null
	});
	const saved = await call(head, 'save_draft', { draft_id: id, revision, content: someContent() });
	process.stdout.write(`begun ${id}\n`);
	if (process.argv.includes('drafts')) continue;
	const version = await call(head, 'publish_draft', { draft_id: id, revision: saved.revision });
	process.stdout.write(`published ${id} ${version.id} ${version.listSequence}\n`);
}
