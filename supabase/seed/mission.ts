/** The Kosovo exercise itself: the mission, its organizations, contacts and their words. */
import outline from './kosovo-outline.json' with { type: 'json' };
import { HEAT_RESOLUTION } from './allegations.ts';
import { uuidOf } from './deterministic.ts';
import type { Sources } from './sources.ts';

export const KOSOVO = {
	id: uuidOf('mission kosovo'),
	slug: 'kosovo',
	acronym: 'UNMIK',
	name: {
		en: 'United Nations Interim Administration Mission in Kosovo (exercise)',
		ar: 'بعثة الأمم المتحدة للإدارة المؤقتة في كوسوفو (تمرين)'
	},
	status_note: {
		en: 'All references to Kosovo are to be understood in full compliance with Security Council resolution 1244 (1999). Boundaries and names shown do not imply official endorsement or acceptance.',
		ar: 'تُفهم جميع الإشارات إلى كوسوفو في ظل الامتثال التام لقرار مجلس الأمن 1244 (1999). ولا تعني الحدود والأسماء المبيَّنة إقراراً أو قبولاً رسميين.'
	},
	area: { type: 'MultiPolygon', coordinates: [outline.coordinates] },
	headquarters_name: 'Pristina',
	headquarters: { type: 'Point', coordinates: [21.1655, 42.6629] },
	valid_from: '1999-06-10',
	valid_until: null,
	time_zone: 'Europe/Belgrade',
	languages: ['en', 'ar'],
	near_metres: 200,
	review_interval_days: 90,
	emergency_days: 14,
	heat_resolution: HEAT_RESOLUTION,
	exercise: true,
	organizations: ['UN', 'NATO', 'OSCE', 'EU']
};

/** A second, tiny mission on an island that does not exist, to show that authority stays apart. */
export const EXERCISE_TWO = {
	id: uuidOf('mission exercise-two'),
	slug: 'exercise-two',
	acronym: 'EX-2',
	name: { en: 'Exercise mission on Null Island', ar: 'بعثة تمرين في جزيرة الصفر' },
	status_note: { en: 'This island is invented.', ar: 'هذه الجزيرة متخيَّلة.' },
	area: {
		type: 'MultiPolygon',
		coordinates: [
			[
				[
					[-0.3, -0.2],
					[0.3, -0.2],
					[0.35, 0.15],
					[0, 0.3],
					[-0.3, -0.2]
				]
			]
		]
	},
	headquarters_name: 'Null Harbour',
	headquarters: { type: 'Point', coordinates: [0.01, 0.02] },
	valid_from: '2020-01-01',
	valid_until: null,
	time_zone: 'UTC',
	languages: ['en', 'ar'],
	near_metres: 150,
	review_interval_days: 90,
	emergency_days: 7,
	heat_resolution: HEAT_RESOLUTION,
	exercise: true,
	organizations: ['UN']
};

const NOT_LOOKED_UP = 'From general knowledge, not looked up.';

export function listOrganizations(sources: Sources) {
	return [
		{
			code: 'UN',
			name: { en: 'United Nations', ar: 'الأمم المتحدة' },
			policy_basis:
				'ST/SGB/2003/13, Special measures for protection from sexual exploitation and sexual abuse, 9 October 2003',
			allegations_go_to:
				'Conduct and Discipline Team of the mission; Office of Internal Oversight Services',
			source_id: sources.cite('ST/SGB/2003/13', NOT_LOOKED_UP)
		},
		{
			code: 'NATO',
			name: { en: 'North Atlantic Treaty Organization', ar: 'منظمة حلف شمال الأطلسي' },
			policy_basis: 'NATO policy on combating trafficking in human beings, 2004',
			allegations_go_to: 'The contributing nation',
			source_id: sources.cite('US State Dept TIP 2011')
		},
		{
			code: 'OSCE',
			name: {
				en: 'Organization for Security and Co-operation in Europe',
				ar: 'منظمة الأمن والتعاون في أوروبا'
			},
			policy_basis: 'OSCE Staff Instruction 11/2004',
			allegations_go_to: 'Department of Human Resources',
			source_id: sources.cite('US State Dept TIP 2011')
		},
		{
			code: 'EU',
			name: { en: 'European Union', ar: 'الاتحاد الأوروبي' },
			policy_basis: 'Generic standards of behaviour for ESDP operations, 2005',
			allegations_go_to: 'Head of the mission or operation',
			source_id: sources.cite(
				'Council of the European Union 8373/3/05, Generic standards of behaviour',
				NOT_LOOKED_UP
			)
		},
		{
			code: 'AU',
			name: { en: 'African Union', ar: 'الاتحاد الأفريقي' },
			policy_basis:
				'African Union policy on prevention and response to sexual exploitation and abuse for peace support operations, 2018',
			allegations_go_to: 'Conduct and discipline office of the operation',
			source_id: sources.cite(
				'African Union policy on prevention and response to SEA for peace support operations',
				NOT_LOOKED_UP
			)
		}
	];
}

/** What a breach means for whom, in the words of the list; after the trafficking package's rule. */
export function listConsequences(sources: Sources) {
	const source_id = sources.cite(
		'Resource package on trafficking and peacekeeping, 2004: failure to comply with Off-Limits directives is misconduct'
	);
	const repatriated = {
		en: 'Entering a place on this list is misconduct. Members of contingents may be repatriated and face their national jurisdiction.',
		ar: 'يُعدّ دخول أي مكان وارد في هذه القائمة سوء سلوك. ويجوز إعادة أفراد الوحدات إلى أوطانهم وإحالتهم إلى ولاياتهم القضائية الوطنية.'
	};
	const expert = {
		en: 'Entering a place on this list is misconduct. Police and observers may be repatriated and barred from future service.',
		ar: 'يُعدّ دخول أي مكان وارد في هذه القائمة سوء سلوك. ويجوز إعادة أفراد الشرطة والمراقبين إلى أوطانهم ومنعهم من الخدمة مستقبلاً.'
	};
	return [
		{ category: 'military', consequence: repatriated },
		{ category: 'police', consequence: expert },
		{ category: 'observer', consequence: expert },
		{
			category: 'civilian',
			consequence: {
				en: 'Entering a place on this list is misconduct. Civilian staff face disciplinary measures up to dismissal.',
				ar: 'يُعدّ دخول أي مكان وارد في هذه القائمة سوء سلوك. ويتعرض الموظفون المدنيون لتدابير تأديبية قد تصل إلى الفصل.'
			}
		},
		{
			category: 'contractor',
			consequence: {
				en: 'Entering a place on this list breaches the contract and may end it.',
				ar: 'يُعدّ دخول أي مكان وارد في هذه القائمة إخلالاً بالعقد وقد يؤدي إلى إنهائه.'
			}
		}
	].map((row) => ({ ...row, organization: 'UN', source_id }));
}

export function listContacts(missionId: string, headquarters: { en: string; ar: string }) {
	return [
		{
			kind: 'chain_of_command',
			name: { en: 'Your commander or supervisor', ar: 'قائدك أو رئيسك المباشر' },
			phone: null,
			email: null,
			place: {}
		},
		{
			kind: 'focal_point',
			name: {
				en: 'Focal point for sexual exploitation and abuse (exercise)',
				ar: 'منسق شؤون الاستغلال والانتهاك الجنسيين (تمرين)'
			},
			phone: '000 0001',
			email: 'focal.point@cordon.example',
			place: headquarters
		},
		{
			kind: 'conduct_team',
			name: { en: 'Conduct and Discipline Team (exercise)', ar: 'فريق السلوك والانضباط (تمرين)' },
			phone: '000 0002',
			email: 'conduct@cordon.example',
			place: headquarters
		},
		{
			kind: 'hotline',
			name: { en: 'Hotline, day and night (exercise)', ar: 'الخط الساخن على مدار الساعة (تمرين)' },
			phone: '000 0003',
			email: null,
			place: {}
		}
	].map((contact, i) => ({ ...contact, mission_id: missionId, position: i + 1 }));
}
