/** Arabic, in the register of United Nations documents: what is not in ar/field.ts. */
import type { Office } from './en';
import { analysis } from './ar/analysis';
import { cases } from './ar/cases';
import { charts } from './ar/charts';
import { deployments } from './ar/deployments';
import { desk } from './ar/desk';
import { directive } from './ar/directive';
import { displacement } from './ar/displacement';
import { files } from './ar/files';
import { hotspots } from './ar/hotspots';
import { importing } from './ar/importing';
import { keys } from './ar/keys';
import { map } from './ar/map';
import { members } from './ar/members';
import { pages } from './ar/pages';
import { places } from './ar/places';
import { record } from './ar/record';
import { risk } from './ar/risk';
import { slide } from './ar/slide';
import { whatIf } from './ar/what-if';

export const ar = {
	analysis,
	cases,
	charts,
	deployments,
	desk,
	directive,
	displacement,
	files,
	hotspots,
	import: importing,
	keys,
	map,
	members,
	pages,
	places,
	record,
	risk,
	slide,
	whatIf
} satisfies Office;
