/** What a directive on paper names (src/lib/publish/paper); the interface is not offered in this language yet. */
import type { domain as english } from '../en/domain';

export const domain = {
	role: {
		personnel: '人员',
		analyst: '分析员',
		focal_point: '协调人',
		head_of_mission: '特派团团长',
		administrator: '管理员'
	},
	category: {
		military: '军事人员',
		police: '警务人员',
		observer: '军事观察员',
		civilian: '文职人员',
		contractor: '承包商人员'
	},
	establishmentKind: {
		bar: '酒吧',
		night_club: '夜总会',
		brothel: '妓院',
		hotel: '旅馆',
		restaurant: '餐馆',
		massage_parlour: '按摩院',
		private_house: '私人住宅',
		street_area: '街道或街区',
		other: '其他'
	},
	reason: {
		exploitation: '性剥削和性虐待',
		force_protection: '部队保护',
		drugs: '毒品',
		health_safety: '健康与安全',
		crime: '犯罪',
		disorder: '扰乱秩序'
	},
	designationKind: {
		establishment: '场所',
		zone: '区域',
		class: '一类场所',
		curfew: '宵禁区'
	},
	contactKind: {
		focal_point: '性剥削和性虐待问题协调人',
		conduct_team: '行为和纪律小组',
		chain_of_command: '指挥系统',
		hotline: '热线电话',
		other: '其他联系方式'
	},
	offLimits: '禁止进入',
	emergency: '紧急'
} satisfies Partial<typeof english>;
