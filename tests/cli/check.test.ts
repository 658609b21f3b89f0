/** A check from a terminal: what was given is used as it was meant, or refused with a sentence. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { ListInForce } from '$lib/core/list';
import type { Bundle } from '$lib/publish/bundle';
import { checkCommand } from '../../src/cli/commands/check';
import { InputError } from '../../src/cli/commands/command';
import type { Vector } from '../publish/vectors/make';

const folder = mkdtempSync(join(tmpdir(), 'cordon-check-'));
afterAll(() => rmSync(folder, { recursive: true }));
function write(name: string, content: object): string {
	const path = join(folder, name);
	writeFileSync(path, JSON.stringify(content));
	return path;
}

const vector = JSON.parse(
	readFileSync('tests/publish/vectors/genuine-first.json', 'utf8')
) as Vector;
const bundle = write('bundle.json', vector.bundle as object);
const list = JSON.parse((vector.bundle as Bundle).list.text!) as ListInForce;
const time = '2026-01-11T12:00:00Z';

async function check(values: Record<string, string>) {
	const said = vi.spyOn(console, 'log').mockImplementation(() => {});
	try {
		await checkCommand.run({ at: '21,42.5', time, ...values, json: true } as never, []);
		return JSON.parse(String(said.mock.calls[0]![0])) as { verdict: string; reason: string };
	} finally {
		said.mockRestore();
	}
}
const refusalOf = (values: Record<string, string>) =>
	check(values).then(
		() => null,
		(error: unknown) => (error instanceof InputError ? error.message : error)
	);

test('a moment with its zone is the same moment in every zone', async () => {
	for (const written of [time, '2026-01-11T12:00Z', '2026-01-11T13:00:00+01:00']) {
		expect(await check({ bundle, time: written })).toMatchObject({
			verdict: 'notListed',
			reason: 'nothingListed'
		});
	}
});

test.each([
	'',
	'1',
	'2026',
	'23:00',
	'June 1, 2026',
	'2026-01-11T12:00:00',
	'2026-02-30T12:00:00Z'
])('"%s" is no moment', async (written) => {
	expect(await refusalOf({ bundle, time: written })).toMatch(/^--time is a time with its zone/);
});

test.each(['', 'x', '-1', '1e309', 'NaN'])('"%s" is no accuracy', async (accuracy) => {
	expect(await refusalOf({ bundle, accuracy })).toMatch(/^--accuracy is/);
});

test.each([
	['directives', null],
	['directives', [{}]],
	['coverage', null],
	['effectiveFrom', null],
	['lifetimeHours', 'x'],
	['nearMetres', null]
])('a list whose %s is %j is none', async (member, value) => {
	const broken = write('broken.json', { ...list, [member]: value });
	expect(await refusalOf({ list: broken })).toMatch(/is not a list of Cordon\.$/);
	expect(await refusalOf({ list: write('whole.json', list) })).toBeNull();
});
