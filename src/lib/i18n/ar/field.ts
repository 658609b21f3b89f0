/** What a phone needs at a gate: the pages of FIELD_ROUTES use these areas and no others. */
import type { Field } from '../en/field';
import { acknowledgement } from './acknowledgement';
import { check } from './check';
import { domain } from './domain';
import { errors } from './errors';
import { list } from './list';
import { offline } from './offline';
import { shell } from './shell';
import { signin } from './signin';

export const field = {
	acknowledgement,
	check,
	domain,
	errors,
	list,
	offline,
	shell,
	signin
} satisfies Field;
