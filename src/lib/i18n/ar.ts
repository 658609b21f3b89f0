/** Arabic, in the register of United Nations documents. */
import type { Messages } from './en';
import { acknowledgement } from './ar/acknowledgement';
import { analysis } from './ar/analysis';
import { cases } from './ar/cases';
import { charts } from './ar/charts';
import { check } from './ar/check';
import { deployments } from './ar/deployments';
import { desk } from './ar/desk';
import { directive } from './ar/directive';
import { displacement } from './ar/displacement';
import { domain } from './ar/domain';
import { errors } from './ar/errors';
import { files } from './ar/files';
import { hotspots } from './ar/hotspots';
import { importing } from './ar/importing';
import { keys } from './ar/keys';
import { list } from './ar/list';
import { map } from './ar/map';
import { members } from './ar/members';
import { pages } from './ar/pages';
import { places } from './ar/places';
import { record } from './ar/record';
import { risk } from './ar/risk';
import { shell } from './ar/shell';
import { signin } from './ar/signin';
import { slide } from './ar/slide';
import { whatIf } from './ar/what-if';

export const ar = {
	acknowledgement,
	analysis,
	cases,
	charts,
	check,
	deployments,
	desk,
	directive,
	displacement,
	domain,
	errors,
	files,
	hotspots,
	import: importing,
	keys,
	list,
	map,
	members,
	pages,
	places,
	record,
	risk,
	shell,
	signin,
	slide,
	whatIf
} satisfies Messages;
