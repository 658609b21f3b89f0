import type { Words } from '../words';

export const words = {
	kind: '禁入场所指令',
	numbered: ({ number, version }) => `第 ${number} 号指令，第 ${version} 版`,
	comma: '、',
	directive: '指令编号',
	version: '版次',
	pageOf: ({ page, pages }) => `第 ${page} 页，共 ${pages} 页`,
	exercise: '演习数据',
	exerciseNote: '本文件所列场所均为虚构。',
	onlyIn: ({ mark, language }) => `标有 ${mark} 的文字仅以${language}发布。`,

	facts: {
		issued: '发布日期',
		effective: '生效时间',
		supersedes: '取代',
		supersedesNone: '无。本版为第一版。',
		versionOf: ({ version }) => `第 ${version} 版`,
		appliesTo: '适用于',
		everybody: '特派团全体人员：军事人员、警务人员、观察员、文职人员和承包商人员',
		exempt: '执行公务时豁免',
		legalBasis: '权力与法律依据',
		reviewOn: '审查期限'
	},

	order: '命令',
	lifted: '本版终止该指令。此前各版所列场所不再因该指令而禁止进入。',
	listFollows: '场所清单见附件 A，地图见附件 B。',
	consequences: '违反指令的后果',
	breach: '进入清单所列场所即违反本指令，构成不当行为。',
	reporting: '举报',
	reportingText:
		'凡怀疑发生性剥削或性虐待，或发现违反本指令的情况，必须本着善意立即举报。请勿自行调查，也不要询问任何人。可向下列任何一方举报：',
	standing: '效力与审查',
	standingText:
		'本指令不设终止日期，在后续版本取代或解除之前一直有效。场所名称、业主或管理方的变更不终止禁令。行为标准在任何地方均适用，未列出任何场所之处亦然。',
	reviewBy: ({ date }) => `本指令应于${date}审查。`,
	contest: '新增条目的建议和对条目的异议，应以书面形式提交协调人或行为和纪律小组。',
	distribution: '分发',
	forAction: '执行',
	forInformation: '参阅',
	forDisplay: '张贴',
	forDisplayText: '特派团所有房地的公告栏。新到人员抵达时应予告知。',

	signature: {
		issuedBy: '经特派团团长授权发布',
		sign: '签名',
		name: '姓名',
		date: '日期',
		stamp: '印章'
	},
	verification: '核验',
	verificationText: ({ sequence }) =>
		`本文件系特派团第 ${sequence} 号清单的纸质版，该清单随本版发布。指纹用以识别该清单；二维码载有特派团、编号、版次和指纹。`,
	fingerprint: '清单指纹（SHA-256）',
	keyFingerprint: '签名密钥指纹',

	annex: ({ letter, title }) => `附件 ${letter}：${title}`,
	letters: ['A', 'B', 'C'],

	list: {
		title: '禁止进入的场所',
		count: ({ count }) => `${count} 个条目`,
		intro:
			'名称均按招牌所示，以其原有文字列出。位置采用 MGRS（WGS 84），其下为以度表示的纬度和经度，位数不超过所知精度。',
		columns: { number: '编号', name: '名称', place: '地点', position: '位置', reason: '理由' },
		everywhere: '特派团全任务区',
		areas: '区域和宵禁',
		noTown: '不属于任何城镇',
		reasonCodes: '理由代码',
		since: ({ date }) => `${date}列入`,
		lapses: ({ date }) => `如未确认，于${date}失效`,
		buffer: ({ distance }) => `及其周围 ${distance}`,
		accuracy: ({ distance }) => `精度 ${distance}`,
		middle: '区域中心',
		except: ({ text }) => `例外：${text}`,
		formerly: ({ names }) => `原名 ${names}`,
		namedClass: ({ kind }) => `此类所有场所：${kind}`,
		unnamed: '无名称',
		curfew: ({ from, until, days }) => `${from} 至 ${until}，${days}`,
		everyDay: '每天',
		onDays: ({ days }) => `${days}`,
		none: '本版未列出任何场所。'
	},

	map: {
		title: '地图',
		numbered: ({ number, title }) => `地图 ${number}：${title}`,
		overview: '任务区',
		describe: ({ count }) => `载有 ${count} 个所列场所的地图，编号与附件 A 相同。`,
		seeMap: ({ number }) => `地图 ${number}`,
		legend: '图例',
		number: '附件 A 清单中的编号',
		extent: '另图显示',
		zone: '区域',
		curfew: '宵禁区',
		buffer: '场所周围同样禁止进入的距离',
		accuracy: '场所位于此圆圈内',
		missionArea: '任务区边界',
		boundary: {
			country: '边界',
			disputed: '未定边界',
			control: '控制线',
			region: '地区',
			municipality: '市镇'
		},
		graticule: '纬度和经度',
		grid: '公里网格（MGRS）',
		north: '北',
		ratio: ({ ratio }) => `按原尺寸打印时 1 : ${ratio}`,
		dataOf: ({ date }) => `场所为${date}发布的内容`,
		basemap: ({ source }) => `底图：${source}`,
		none: '本版所列内容无法在地图上标示。'
	},

	changes: {
		title: '变更',
		against: ({ version }) => `与第 ${version} 版相比。`,
		first: '本版为第一版，全部内容均为新增。',
		none: '场所清单没有变化。',
		everythingEnds: '该指令终止，不再列出任何场所。',
		added: ({ count }) => `新增 ${count} 个条目`,
		removed: ({ count }) => `删除 ${count} 个条目`,
		changed: ({ count }) => `修改 ${count} 个条目`,
		movedBy: ({ distance }) => `移动 ${distance}`,
		nowBefore: ({ what, now, before }) => `${what}：${now}，原为 ${before}`,
		emergencyMade: '改为紧急措施',
		emergencyConfirmed: '紧急措施确认为长期措施',
		alsoChanged: ({ what }) => `其他变更：${what}。`,
		field: {
			name: '名称',
			geometry: '位置或轮廓',
			bufferMetres: '周围距离',
			reason: '理由',
			emergency: '紧急性质',
			curfew: '时间',
			exceptions: '例外',
			title: '标题',
			text: '命令',
			legalBasis: '法律依据',
			applicability: '适用人员',
			exemptDuties: '豁免公务',
			reviewOn: '审查期限'
		}
	},

	poster: {
		scan: '查阅清单',
		scanText: '扫描二维码，或在手机上打开 Cordon。无需网络即可查询，也不会向任何人透露你的位置。',
		count: ({ count }) => `${count} 个条目，禁止进入或前往`,
		byTown: '按城镇',
		moreTowns: ({ count }) => `另有 ${count} 个城镇`,
		fullText: '全文见指令。',
		noDefence: '不得以不知清单内容为由免责。',
		replace: '张贴后续版本时应予撤下。'
	}
} satisfies Words;
