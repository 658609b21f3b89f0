import { pluralOf } from '$lib/i18n/plural';
import type { Words } from '../words';

const plural = pluralOf('ar');
const ENTRIES = {
	zero: 'لا بنود',
	one: 'بند واحد',
	two: 'بندان',
	few: '# بنود',
	many: '# بندًا',
	other: '# بند'
};

export const words = {
	kind: 'توجيه بشأن الأماكن الممنوع ارتيادها',
	numbered: ({ number, version }) => `التوجيه رقم ${number}، الإصدار ${version}`,
	comma: '، ',
	directive: 'التوجيه رقم',
	version: 'الإصدار',
	pageOf: ({ page, pages }) => `الصفحة ${page} من ${pages}`,
	exercise: 'بيانات تمرين',
	exerciseNote: 'جميع الأماكن المسماة في هذه الوثيقة متخيَّلة.',
	onlyIn: ({ mark, language }) => `النصوص الموسومة ${mark} منشورة باللغة ${language} فقط.`,

	facts: {
		issued: 'تاريخ الإصدار',
		effective: 'نافذ اعتبارًا من',
		supersedes: 'يحل محل',
		supersedesNone: 'لا شيء. هذا هو الإصدار الأول.',
		versionOf: ({ version }) => `الإصدار ${version}`,
		appliesTo: 'يسري على',
		everybody:
			'جميع أفراد البعثة: الأفراد العسكريون والشرطة والمراقبون والموظفون المدنيون والمتعاقدون',
		exempt: 'المستثنون أثناء أداء الواجب',
		legalBasis: 'السلطة والسند القانوني',
		reviewOn: 'موعد الاستعراض'
	},

	order: 'الأمر',
	lifted:
		'ينهي هذا الإصدار العمل بالتوجيه. ولم يعد أي مما أُدرج في الإصدارات السابقة محظورًا بموجبه.',
	listFollows: 'ترد قائمة الأماكن في المرفق ألف، وخرائطها في المرفق باء.',
	consequences: 'عواقب المخالفة',
	breach: 'يُعد دخول أي مكان مدرج في القائمة مخالفةً لهذا التوجيه ويشكل سوء سلوك.',
	reporting: 'الإبلاغ',
	reportingText:
		'يجب الإبلاغ فورًا وبحسن نية عن أي اشتباه في وقوع استغلال أو انتهاك جنسيين وعن أي مخالفة لهذا التوجيه. لا تُجرِ تحقيقًا ولا تستجوب أحدًا. ويكون الإبلاغ إلى أي من الجهات التالية:',
	standing: 'السريان والاستعراض',
	standingText:
		'ليس لهذا التوجيه تاريخ انتهاء: فهو نافذ إلى أن يحل محله إصدار لاحق أو يُرفع بموجبه. ولا ينهي تغييرُ اسم المكان أو مالكه أو إدارته الحظرَ. وتسري معايير السلوك في كل مكان، حتى حيث لا يوجد أي مكان مدرج.',
	reviewBy: ({ date }) => `ويحين موعد استعراضه في ${date}.`,
	contest:
		'تُقدَّم اقتراحات إدراج بند جديد والاعتراضات على أي بند كتابةً إلى المنسّق أو إلى فريق السلوك والانضباط.',
	distribution: 'التوزيع',
	forAction: 'للتنفيذ',
	forInformation: 'للعلم',
	forDisplay: 'للعرض',
	forDisplayText: 'لوحات الإعلانات في جميع مباني البعثة. ويُطلع عليه كل وافد جديد عند وصوله.',

	signature: {
		issuedBy: 'صدر بسلطة رئيس البعثة',
		sign: 'التوقيع',
		name: 'الاسم',
		date: 'التاريخ',
		stamp: 'الختم'
	},
	verification: 'التحقق',
	verificationText: ({ sequence }) =>
		`هذه الوثيقة صورة من قائمة البعثة رقم ${sequence} التي نُشرت مع هذا الإصدار. وتحدد البصمةُ تلك القائمة، ويحمل الرمز اسم البعثة والرقم والإصدار والبصمة.`,
	fingerprint: 'بصمة القائمة (SHA-256)',
	keyFingerprint: 'بصمة مفتاح التوقيع',

	annex: ({ letter, title }) => `المرفق ${letter}: ${title}`,
	letters: ['ألف', 'باء', 'جيم'],

	list: {
		title: 'الأماكن الممنوع ارتيادها',
		count: ({ count }) => plural(count, ENTRIES),
		intro:
			'ترد الأسماء كما هي على اللافتات، كل منها بكتابته. والمواقع بنظام MGRS (WGS 84)، وتحتها خط العرض وخط الطول بالدرجات، بعدد من الأرقام لا يتجاوز ما تسمح به الدقة.',
		columns: {
			number: 'الرقم',
			name: 'الاسم',
			place: 'المكان',
			position: 'الموقع',
			reason: 'السبب'
		},
		everywhere: 'في جميع أنحاء منطقة البعثة',
		areas: 'المناطق وحظر التجول',
		noTown: 'خارج البلدات',
		reasonCodes: 'رموز الأسباب',
		since: ({ date }) => `مدرج منذ ${date}`,
		lapses: ({ date }) => `يسقط في ${date} ما لم يُؤكَّد`,
		buffer: ({ distance }) => `ومسافة ${distance} حوله`,
		accuracy: ({ distance }) => `الموقع معروف بدقة ${distance}`,
		middle: 'وسط المنطقة',
		except: ({ text }) => `باستثناء: ${text}`,
		formerly: ({ names }) => `سابقًا ${names}`,
		namedClass: ({ kind }) => `كل منشأة من هذا النوع: ${kind}`,
		unnamed: 'بلا اسم',
		curfew: ({ from, until, days }) => `من الساعة ${from} إلى الساعة ${until}، ${days}`,
		everyDay: 'كل يوم',
		onDays: ({ days }) => `أيام ${days}`,
		none: 'لا يدرج هذا الإصدار أي مكان.'
	},

	map: {
		title: 'الخرائط',
		numbered: ({ number, title }) => `الخريطة ${number}: ${title}`,
		overview: 'منطقة البعثة',
		describe: ({ count }) =>
			`خريطة بالأماكن المدرجة (${plural(count, ENTRIES)})، مرقّمة كما في المرفق ألف.`,
		seeMap: ({ number }) => `الخريطة ${number}`,
		legend: 'مفتاح الخريطة',
		number: 'الرقم في قائمة المرفق ألف',
		extent: 'مبيَّن في خريطة مستقلة',
		zone: 'منطقة',
		curfew: 'منطقة حظر تجوّل',
		buffer: 'المسافة المحظورة أيضًا حول المكان',
		accuracy: 'يقع المكان داخل هذه الدائرة',
		missionArea: 'حدود منطقة البعثة',
		boundary: {
			country: 'حدود',
			disputed: 'حدود غير محسومة',
			control: 'خط مراقبة',
			region: 'إقليم',
			municipality: 'بلدية'
		},
		graticule: 'خطوط العرض والطول',
		grid: 'شبكة كيلومترية (MGRS)',
		north: 'ش',
		ratio: ({ ratio }) => `${ratio} : 1 عند الطباعة بالحجم الكامل`,
		dataOf: ({ date }) => `الأماكن كما نُشرت في ${date}`,
		basemap: ({ source }) => `خريطة الأساس: ${source}`,
		none: 'لا يمكن رسم أي مما يدرجه هذا الإصدار على خريطة.'
	},

	changes: {
		title: 'التغييرات',
		against: ({ version }) => `مقارنةً بالإصدار ${version}.`,
		first: 'هذا هو الإصدار الأول، وكل ما فيه جديد.',
		none: 'قائمة الأماكن لم تتغير.',
		everythingEnds: 'ينتهي العمل بالتوجيه، ولم يعد يدرج أي مكان.',
		added: ({ count }) => `أُضيف: ${plural(count, ENTRIES)}`,
		removed: ({ count }) => `أُزيل: ${plural(count, ENTRIES)}`,
		changed: ({ count }) => `تغيّر: ${plural(count, ENTRIES)}`,
		movedBy: ({ distance }) => `نُقل مسافة ${distance}`,
		nowBefore: ({ what, now, before }) => `${what}: ${now}، وكان ${before}`,
		emergencyMade: 'أصبح تدبيرًا طارئًا',
		emergencyConfirmed: 'ثُبّت التدبير الطارئ بوصفه دائمًا',
		alsoChanged: ({ what }) => `تغيّر أيضًا: ${what}.`,
		field: {
			name: 'الاسم',
			geometry: 'المكان أو الحدود',
			bufferMetres: 'المسافة حوله',
			reason: 'السبب',
			emergency: 'الطابع الطارئ',
			curfew: 'الساعات',
			exceptions: 'الاستثناءات',
			title: 'العنوان',
			text: 'الأمر',
			legalBasis: 'السند القانوني',
			applicability: 'من يسري عليهم',
			exemptDuties: 'الواجبات المستثناة',
			reviewOn: 'موعد الاستعراض'
		}
	},

	poster: {
		scan: 'اطّلع على القائمة',
		scanText: 'امسح الرمز، أو افتح Cordon على هاتفك. يعمل التحقق بلا شبكة ولا يكشف مكانك لأحد.',
		count: ({ count }) => `لا يجوز دخولها أو ارتيادها: ${plural(count, ENTRIES)}`,
		byTown: 'حسب البلدة',
		moreTowns: ({ count }) =>
			plural(count, {
				zero: 'لا بلدات أخرى',
				one: 'وبلدة أخرى',
				two: 'وبلدتان أخريان',
				few: 'و# بلدات أخرى',
				many: 'و# بلدة أخرى',
				other: 'و# بلدة أخرى'
			}),
		fullText: 'يرد النص الكامل في التوجيه.',
		noDefence: 'لا يُقبل الجهل بالقائمة عذرًا.',
		replace: 'يُزال عند تعليق إصدار لاحق.'
	}
} satisfies Words;
