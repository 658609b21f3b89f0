/** What the service worker says from the device. */
import { describe, expect, test } from 'vitest';
import type { Visit } from '$lib/data/kept-visit';
import { readAddress } from '$lib/offline/addresses';
import { answerRange } from '$lib/offline/byte-range-answer';
import { answerData, fillShell, isHeld, sayWithoutShell } from '$lib/offline/stored-answers';

const visit: Visit = {
	mission: 'kosovo',
	acronym: 'UNMIK',
	userId: 'ana',
	locale: 'ar',
	theme: 'dark',
	layouts: [
		{ type: 'data', data: ['root'] },
		{ type: 'data', data: ['mission'] }
	]
};
const dataOf = async (address: string, visits: Visit[] = [visit]) => {
	const url = new URL(address, 'https://cordon.example');
	return (await answerData(readAddress(url.pathname), url.searchParams, visits).json()) as unknown;
};

describe('a part of a stored archive', () => {
	const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
	const stored = () =>
		new Response(bytes, { headers: { etag: '"1"', 'content-type': 'application/vnd.pmtiles' } });

	test('comes as 206 with exactly the bytes that were asked for', async () => {
		for (const [asked, first, last] of [
			['bytes=0-9', 0, 9],
			['bytes=90-', 90, 99],
			['bytes=-5', 95, 99],
			['bytes=50-500', 50, 99]
		] as const) {
			const answer = await answerRange(stored(), asked);
			expect(answer.status).toBe(206);
			expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/100`);
			expect(answer.headers.get('content-length')).toBe(String(last - first + 1));
			expect(answer.headers.get('etag')).toBe('"1"');
			expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([
				...bytes.slice(first, last + 1)
			]);
		}
	});

	test('that lies outside is refused with the size, and none asked for is the whole', async () => {
		const refused = await answerRange(stored(), 'bytes=100-');
		expect([refused.status, refused.headers.get('content-range')]).toEqual([416, 'bytes */100']);
		const whole = await answerRange(stored(), null);
		expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 100]);
	});
});

describe('the data of a page', () => {
	test('of check and list is that of the visit, and of no other page', async () => {
		const nodes = { type: 'data', nodes: [...visit.layouts, null] };
		expect(await dataOf('/missions/kosovo/check/__data.json')).toEqual(nodes);
		expect(await dataOf('/missions/kosovo/list/__data.json')).toEqual(nodes);
		for (const path of ['map', 'deployments', 'list/history', 'cases/1', 'check/x'])
			expect(await dataOf(`/missions/kosovo/${path}/__data.json`)).toEqual({
				type: 'redirect',
				location: `/offline?to=${encodeURIComponent(`/missions/kosovo/${path}`)}`
			});
	});

	test('of another mission, or without a visit, is none', async () => {
		for (const visits of [[visit], []])
			expect(await dataOf('/missions/exercise-two/check/__data.json', visits)).toMatchObject({
				location: '/offline?to=%2Fmissions%2Fexercise-two%2Fcheck'
			});
		expect(isHeld(readAddress('/missions/kosovo/check'), [])).toBe(false);
	});

	test('of what leads to the reader’s own page leads to the check', async () => {
		for (const path of ['/__data.json', '/missions/kosovo/__data.json'])
			expect(await dataOf(path)).toEqual({ type: 'redirect', location: '/missions/kosovo/check' });
	});

	test('keeps the question of the address, without SvelteKit’s own', async () => {
		expect(
			await dataOf('/missions/kosovo/map/__data.json?on=2004&x-sveltekit-invalidated=001')
		).toEqual({ type: 'redirect', location: '/offline?to=%2Fmissions%2Fkosovo%2Fmap%3Fon%3D2004' });
	});
});

describe('the document', () => {
	const stored = () =>
		new Response('<html lang="en" dir="ltr" data-theme="system"><script nonce="old">x</script>', {
			headers: { 'content-security-policy': "script-src 'self' 'nonce-old'", link: '<x>' }
		});

	test('is in the language, direction and theme of its reader, under a nonce of its own', async () => {
		const answer = await fillShell(stored(), visit, 'new');
		expect(answer.headers.get('content-security-policy')).toBe("script-src 'self' 'nonce-new'");
		expect(answer.headers.has('link')).toBe(false);
		expect(await answer.text()).toBe(
			'<html lang="ar" dir="rtl" data-theme="dark"><script nonce="new">x</script>'
		);
	});

	test('takes nothing into its markup that is no language and no theme', async () => {
		const answer = await fillShell(stored(), { ...visit, theme: '"><script>' }, 'new');
		expect(await answer.text()).toContain('<html lang="en" dir="ltr" data-theme="system">');
	});

	test('that the browser threw away is replaced by one sentence in the reader’s language', async () => {
		const answer = sayWithoutShell('ar');
		expect(answer.status).toBe(503);
		expect(await answer.text()).toMatch(/<p lang="ar" dir="rtl">[^<]*كوردون/);
		expect(await sayWithoutShell(undefined).text()).toMatch(/lang="en"[\s\S]*lang="ar"/);
	});
});
