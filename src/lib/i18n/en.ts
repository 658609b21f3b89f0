/** English: the file of each area defines what every other language must have. */
import { acknowledgement } from './en/acknowledgement';
import { analysis } from './en/analysis';
import { cases } from './en/cases';
import { charts } from './en/charts';
import { check } from './en/check';
import { deployments } from './en/deployments';
import { desk } from './en/desk';
import { directive } from './en/directive';
import { displacement } from './en/displacement';
import { domain } from './en/domain';
import { errors } from './en/errors';
import { files } from './en/files';
import { hotspots } from './en/hotspots';
import { importing } from './en/importing';
import { keys } from './en/keys';
import { list } from './en/list';
import { map } from './en/map';
import { members } from './en/members';
import { pages } from './en/pages';
import { places } from './en/places';
import { record } from './en/record';
import { risk } from './en/risk';
import { shell } from './en/shell';
import { signin } from './en/signin';
import { slide } from './en/slide';
import { whatIf } from './en/what-if';

export const en = {
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
};

export type Messages = typeof en;
