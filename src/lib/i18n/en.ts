/**
 * English: the file of each area defines what every other language must have. The areas of what is
 * used at a gate are in en/field.ts; here are all others.
 */
import { analysis } from './en/analysis';
import { cases } from './en/cases';
import { charts } from './en/charts';
import { deployments } from './en/deployments';
import { desk } from './en/desk';
import { directive } from './en/directive';
import { displacement } from './en/displacement';
import { files } from './en/files';
import { hotspots } from './en/hotspots';
import { importing } from './en/importing';
import { keys } from './en/keys';
import { map } from './en/map';
import { members } from './en/members';
import { pages } from './en/pages';
import { places } from './en/places';
import { record } from './en/record';
import { risk } from './en/risk';
import { slide } from './en/slide';
import { whatIf } from './en/what-if';

export const en = {
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
};

export type Office = typeof en;
