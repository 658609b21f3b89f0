import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseRange } from '$lib/core/byte-range';
import { findArchive, listOperatorArchives } from '$lib/server/operator-archives';
import { GET } from '../../src/routes/basemap/own/[name]/+server';

const folder = mkdtempSync(join(tmpdir(), 'cordon-basemap-'));
const original = readFileSync('static/basemap/kosovo.pmtiles');

beforeAll(() => {
	mkdirSync(join(folder, 'basemap'));
	copyFileSync('static/basemap/kosovo.pmtiles', join(folder, 'basemap', 'area.pmtiles'));
	writeFileSync(join(folder, 'basemap', 'broken.pmtiles'), 'not an archive');
	writeFileSync(join(folder, 'basemap', 'notes.txt'), 'no archive at all');
	writeFileSync(join(folder, 'basemap', 'empty.pmtiles'), '');
	writeFileSync(join(folder, 'secret.pmtiles'), 'outside the folder');
	symlinkSync(join(folder, 'nowhere'), join(folder, 'basemap', 'dangling.pmtiles'));
	symlinkSync(join(folder, 'secret.pmtiles'), join(folder, 'basemap', 'outside.pmtiles'));
	symlinkSync('area.pmtiles', join(folder, 'basemap', 'within.pmtiles'));
	vi.stubEnv('CORDON_DATA', folder);
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

const ask = async (name: string, range?: string) =>
	GET({
		params: { name },
		request: new Request('http://127.0.0.1/', { headers: range ? { range } : {} })
	} as never) as Promise<Response>;

describe('the operator’s archives', () => {
	it('are listed by name with what they hold, and a broken one with the reason', async () => {
		const list = await listOperatorArchives(folder);
		expect(list.map(({ name, schema }) => [name, schema])).toEqual([
			['area.pmtiles', 'cordon'],
			['broken.pmtiles', null],
			['dangling.pmtiles', null],
			['empty.pmtiles', null],
			['outside.pmtiles', null],
			['within.pmtiles', 'cordon']
		]);
		expect(list[0]?.bytes).toBe(original.length);
		expect(list.slice(1, 5).map(({ refusal }) => refusal)).toEqual([
			expect.stringMatching(/could not be read/),
			expect.stringMatching(/a link to elsewhere/),
			expect.stringMatching(/could not be read/),
			expect.stringMatching(/a link to elsewhere/)
		]);
	});

	it('are none where there is no folder', async () => {
		expect(await listOperatorArchives(join(folder, 'nowhere'))).toEqual([]);
	});

	it('are answered by ranges with 206 and the very bytes', async () => {
		const answer = await ask('area.pmtiles', 'bytes=127-1126');
		expect(answer.status).toBe(206);
		expect(answer.headers.get('content-range')).toBe(`bytes 127-1126/${original.length}`);
		expect(Buffer.from(await answer.arrayBuffer())).toEqual(original.subarray(127, 1127));
	});

	it('are answered whole without a range, and with 416 to a range beyond the end', async () => {
		const whole = await ask('area.pmtiles');
		expect(whole.status).toBe(200);
		expect((await whole.arrayBuffer()).byteLength).toBe(original.length);
		expect((await ask('area.pmtiles', `bytes=${original.length}-`)).status).toBe(416);
	});

	it('are answered with nothing when they are empty, and 416 to any range', async () => {
		const answer = await ask('empty.pmtiles');
		expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '0']);
		expect((await answer.arrayBuffer()).byteLength).toBe(0);
		expect((await ask('empty.pmtiles', 'bytes=0-10')).status).toBe(416);
	});

	it.each([
		'../secret.pmtiles',
		'..%2Fsecret.pmtiles',
		'/etc/passwd',
		'notes.txt',
		'.pmtiles',
		'a/b.pmtiles',
		'dangling.pmtiles',
		'outside.pmtiles'
	])('never lead out of their folder or to another file: %s', async (name) => {
		expect(await findArchive(folder, name)).toBeUndefined();
		await expect(ask(name)).rejects.toMatchObject({ status: 404 });
	});
});

describe('a range', () => {
	it('is read in its three forms', () => {
		expect(parseRange('bytes=0-9', 100)).toEqual({ start: 0, end: 9 });
		expect(parseRange('bytes=90-', 100)).toEqual({ start: 90, end: 99 });
		expect(parseRange('bytes=-5', 100)).toEqual({ start: 95, end: 99 });
		expect(parseRange('bytes=50-500', 100)).toEqual({ start: 50, end: 99 });
	});

	it('that cannot be satisfied is none', () => {
		for (const range of [
			'bytes=100-',
			'bytes=9-3',
			'bytes=-',
			'bytes=-0',
			'lines=0-1',
			'bytes=0-1,5-6'
		])
			expect(parseRange(range, 100), range).toBeUndefined();
	});
});
