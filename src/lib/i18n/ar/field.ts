/** What a phone needs at a gate: the pages of FIELD_ROUTES use these areas and no others. */
import type { Field } from '../en/field';
import { acknowledgement } from './acknowledgement';
import { check } from './check';
import { domain } from './domain';
import { errors } from './errors';
import { list } from './list';
import { shell } from './shell';
import { signin } from './signin';

export const field = {
	acknowledgement,
	check,
	domain,
	errors,
	list,
	shell,
	signin
} satisfies Field;
