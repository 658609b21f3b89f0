import { expect, test } from 'vitest';
import { ownPath } from '$lib/ui/own-path';

test.each(['/', '/missions/kosovo/map?at=2004-03-15', '/missions/kosovo/list#zone'])(
	'%s is a place to return to',
	(path) => {
		expect(ownPath(path)).toBe(path);
	}
);

test.each([
	'https://evil.example/',
	'//evil.example',
	'/\\evil.example',
	'/\t/evil.example',
	'\\\\evil.example',
	'javascript:alert(1)',
	'missions/kosovo',
	'',
	null,
	undefined,
	42
])('%j leads to the home page instead', (path) => {
	expect(ownPath(path)).toBe('/');
});
