import type { risk as english } from '../en/risk';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

const bases = (count: number) =>
	plural(count, {
		zero: 'لا قاعدة',
		one: 'قاعدة واحدة',
		two: 'قاعدتان',
		few: '# قواعد',
		many: '# قاعدة',
		other: '# قاعدة'
	});

const state = '0 إذا كان قائمًا، و0.5 إذا كان جزئيًا، و1 إذا كان مزمعًا أو غائبًا';

export const risk = {
	title: 'المخاطر حسب القاعدة',
	lead: 'السجلّ على صورة مجموعة أدوات الأمم المتحدة: ما يضغط على كلّ قاعدة، وأيّ الضوابط قائم، ومن المسؤول عنها، ومتى زارها أحد آخر مرّة.',
	views: { label: 'المعروض', register: 'السجلّ', weights: 'الأوزان والحساسية' },
	method: 'كيف تُحسب الدرجة',

	indicator: {
		places: 'أماكن ممنوعة قريبة',
		exposure: 'التعرّض',
		allegations: 'ادعاءات قريبة',
		women: 'نسبة النساء',
		turnover: 'مدّة الخدمة',
		remoteness: 'البُعد',
		visit: 'الزيارات',
		curfew: 'حظر التجوّل',
		off_limits_zone: 'منطقة ممنوعة حول القاعدة',
		hotline: 'الخطّ الساخن معروف',
		uniform_rule: 'قاعدة ارتداء الزيّ',
		patrols: 'الدوريات',
		training: 'التدريب'
	},
	scale: {
		places: '0 إذا لم يكن شيء ضمن الدائرة، و1 عند 5 أو أكثر',
		exposure: '0 عند لا شيء، و1 عند 10,000 شخص-مكان أو أكثر؛ بقوى العشرة',
		allegations: '0 عند لا شيء، و1 عند أربعة أمثال أقلّ عدد يُفرج عنه',
		women: '0 عند 15 % أو أكثر، و1 إذا لم توجد نساء',
		turnover: '0 عند 12 شهرًا أو أكثر، و1 عند 6 أو أقلّ',
		remoteness: '0 بجوار المقرّ المشرف، و1 عند 4 ساعات بالطريق أو أكثر',
		visit: '0 يوم الزيارة، و1 بعد 180 يومًا أو إذا لم تكن زيارة',
		curfew: state,
		off_limits_zone: state,
		hotline: state,
		uniform_rule: state,
		patrols: state,
		training: '0 إذا تدرّب الجميع، و1 إذا لم يتدرّب أحد'
	},
	pressures: 'ما يضغط',
	controls: 'ما يضبط',
	controlState: { in_place: 'قائم', partial: 'جزئي', planned: 'مزمع', absent: 'غائب' },
	notStated: 'لم يُذكر',
	visitKind: {
		assessment: 'زيارة تقييم',
		follow_up: 'زيارة متابعة',
		patrol: 'دورية',
		training: 'زيارة تدريب'
	},
	level: { low: 'منخفض', medium: 'متوسّط', high: 'مرتفع', very_high: 'مرتفع جدًا' },
	flag: {
		unassessed: 'لم تُقيَّم',
		unvisited: 'لم تُزَر قطّ',
		visit_due: 'الزيارة مستحقّة',
		overdue: 'خطوة متأخّرة',
		review_due: 'المراجعة مستحقّة'
	},
	treatment: {
		left_out: 'غير معروف: يُترك، وتتقاسم بقيّة الأوزان مكانه',
		taken_as_absent: 'لم يُذكر: يُعدّ غائبًا'
	},
	band: {
		none: 'لا شيء مسجّل',
		cannot_tell: 'لا يمكن القول',
		between: ({ from, to }) => `من ${from} إلى ${to}`,
		orMore: ({ from }) => `${from} أو أكثر`
	},
	bandHint: ({ from, to, ring }) =>
		`التقارير الواردة في ${from} و${to} في خلايا ضمن ${ring}، وما يُفرج عنه من أعداد فقط. «لا يمكن القول» لا تعني لا شيء.`,

	columns: {
		base: 'القاعدة',
		force: 'القوة',
		region: 'المنطقة',
		score: 'الدرجة',
		rank: 'الرتبة',
		inherent: 'الأصلي',
		residual: 'المتبقّي',
		places: ({ ring }) => `أماكن ≤ ${ring}`,
		allegations: 'الادعاءات، 24 شهرًا',
		lastVisit: 'آخر زيارة',
		owner: 'المسؤول',
		due: 'موعد الخطوة التالية',
		flags: 'ما يستدعي الانتباه'
	},
	table: 'سجلّ المخاطر',
	score: ({ score }) => `${score} من 100`,
	range: ({ low, high }) => `${low}–${high}`,
	rangeTitle: ({ low, high, known }) =>
		`بين ${low} و${high} مهما تبيّن في غير المعروف. ${known} من الوزن يستند إلى شيء معروف.`,
	rating: ({ level, product }) => `${product} ${level}`,
	none: 'لا قاعدة مسجّلة اليوم',
	noneHint: 'أضف أماكن انتشار البعثة أوّلًا.',
	noneLeft: 'لا قاعدة تطابق. أزل أحد المرشّحات.',

	filters: {
		flag: 'ما يستدعي الانتباه',
		anyFlag: 'كلّ القواعد',
		force: 'القوة',
		anyForce: 'كلّ القوى',
		search: 'البحث في الأسماء والوحدات والبلدات',
		clear: 'إزالة المرشّحات'
	},
	count: ({ count }) => bases(count),
	matrix: {
		title: 'الاحتمال والعاقبة',
		of: 'التقدير المعروض',
		inherent: 'الأصلي',
		residual: 'المتبقّي',
		likelihood: 'الاحتمال',
		consequence: 'العاقبة',
		hint: 'اختر خليّة لترى قواعدها وحدها.',
		unrated: ({ count }) =>
			plural(count, {
				zero: 'لكلّ قاعدة تقدير.',
				one: 'قاعدة واحدة بلا تقدير لأنها لم تُقيَّم.',
				two: 'قاعدتان بلا تقدير لأنهما لم تُقيَّما.',
				few: '# قواعد بلا تقدير لأنها لم تُقيَّم.',
				many: '# قاعدة بلا تقدير لأنها لم تُقيَّم.',
				other: '# قاعدة بلا تقدير لأنها لم تُقيَّم.'
			}),
		cell: ({ likelihood, consequence, level, count }) =>
			`الاحتمال ${likelihood}، العاقبة ${consequence}، ${level}: ${bases(count)}`,
		chosen: ({ likelihood, consequence }) => `الاحتمال ${likelihood}، العاقبة ${consequence}`
	},
	map: {
		label: 'خريطة القواعد الواردة في الجدول',
		unassessed: 'لم تُقيَّم',
		attention: 'قُيّمت، وشيء مستحقّ',
		assessed: 'قُيّمت، ولا شيء مستحقّ'
	},
	report: {
		title: 'التقرير الفصلي',
		quarter: 'ربع السنة',
		running: 'حتى الآن',
		pdf: 'PDF',
		xlsx: 'XLSX',
		name: ({ quarter, year }) => `الربع ${quarter} من ${year}`,
		heading: ({ quarter }) => `المخاطر حسب القاعدة: ${quarter}`,
		exercise: 'تمرين: الأماكن والادعاءات وكلّ تقييم في هذا التقرير متخيَّلة.',
		dataOf: 'بيانات',
		made: 'أُعدّ في',
		comparedWith: 'بالمقارنة مع',
		summary: 'القواعد',
		weightsOf: 'الأوزان',
		weightsBegin: 'التي تبدأ بها البعثة',
		weightsSet: ({ number, by, on }) => `الرقم ${number}، حدّدها ${by} في ${on}`,
		method: 'كيف يُقرأ',
		methodText: [
			'الاحتمال والعاقبة من 1 إلى 5، وهما ما قدّره الناس قبل الضوابط (الأصلي) ومعها (المتبقّي). وحاصل ضربهما منخفض حتى 4، ومتوسّط حتى 9، ومرتفع حتى 16، ومرتفع جدًا فوق ذلك.',
			'الدرجة محسوبة: متوسّط مرجّح لمؤشّرات من 0 إلى 100، مع المدى الذي يتركه غير المعروف. ما يضغط ولا يُعرف يُترك، والضابط الذي لم يذكره أحد يُعدّ غائبًا. توحي الدرجة بموضع النظر ولا تقرّر شيئًا.',
			'الادعاءات فئة من التقارير الواردة في السنتين الكاملتين السابقتين في خلايا قرب القاعدة، من الأعداد المفرج عنها وحدها. «لا يمكن القول» لا تعني لا شيء.'
		],
		matrixTitle: 'مصفوفة التقدير المتبقّي',
		attention: 'ما تأخّر أو نقص',
		attentionNone: 'لا شيء متأخّر أو ناقص.',
		changes: 'ما تغيّر منذ الربع السابق',
		changesNone: 'لم يتغيّر شيء منذ الربع السابق.',
		change: {
			added: 'جديدة في السجلّ',
			removed: 'لم تعد في السجلّ',
			firstAssessed: 'قُيّمت أوّل مرّة',
			raised: 'ارتفع التقدير المتبقّي',
			lowered: 'انخفض التقدير المتبقّي',
			confirmed: 'قُيّمت من جديد ولم يتغيّر التقدير'
		},
		weightsTable: 'أوزان الدرجة',
		parts: 'أجزاء الدرجات',
		sheet: { about: 'عن الملفّ', register: 'السجلّ', parts: 'الأجزاء', changes: 'التغيّرات' },
		low: 'الأدنى',
		high: 'الأعلى',
		treatment: 'المعاملة',
		id: 'المعرّف',
		kindOfChange: 'التغيّر',
		before: 'قبل',
		after: 'بعد'
	},

	base: {
		score: 'الدرجة وأجزاؤها',
		current: 'والضوابط كما هي',
		inherent: 'لو لم يكن ضابط',
		suggests: ({ likelihood }) => `توحي باحتمال ${likelihood} من 5.`,
		noScore: 'لا يُعرف شيء له وزن، فلا درجة.',
		rank: ({ rank, of }) => `الرتبة ${rank} من ${bases(of)}`,
		part: 'الجزء',
		onRecord: 'المسجّل',
		value: 'القيمة',
		weight: 'الوزن',
		adds: 'يضيف',
		bounds: ({ low, high }) => `من ${low} إلى ${high}`,
		total: 'الدرجة',
		record: 'مكان الانتشار وما حوله',
		assessment: 'آخر تقييم',
		assessments: 'كلّ التقييمات',
		neverAssessed: 'لم يقيّم أحد هذه القاعدة بعد.',
		number: 'الرقم',
		assessedOn: 'تاريخ التقييم',
		review: 'المراجعة التالية',
		by: 'أدخله',
		assess: 'تقييم',
		visits: 'الزيارات',
		neverVisited: 'لا زيارة مسجّلة، وتعدّ الدرجة ذلك عدم زيارة.',
		visitedOn: 'يوم الزيارة',
		visitKind: 'نوع الزيارة',
		recordVisit: 'تسجيل الزيارة',
		visitRecorded: 'سُجّلت الزيارة.',
		strike: 'أُدخلت خطأً',
		struck: ({ by, at }) => `شطبها ${by} في ${at}، فلا تُحسب.`,
		facts: {
			places: ({ count, ring }) => `${count} ضمن ${ring}`,
			exposure: ({ count }) => `${count} شخص-مكان`,
			noStrength: 'لا قوام مسجّل',
			percent: ({ value }) => value,
			months: ({ count }) =>
				plural(count, {
					zero: '# شهر',
					one: 'شهر واحد',
					two: 'شهران',
					few: '# أشهر',
					many: '# شهرًا',
					other: '# شهر'
				}),
			hours: ({ value }) => `${value} ساعة بالطريق`,
			lastVisit: ({ date }) => `آخرها في ${date}`,
			noVisit: 'لا شيء مسجّل'
		}
	},
	form: {
		title: ({ name }) => `تقييم ${name}`,
		lead: 'يُضاف تقييم جديد ويبقى ما قبله. رموز وأعداد فقط: ما يحتاج إلى كلام مكانه ملفّات البعثة.',
		assessedOn: 'تاريخ التقييم',
		statedTitle: 'ما لا يعرفه إلّا من في القاعدة',
		statedLead: 'اترك ما لا تعرفه. «لم يُذكر» ليس صفرًا، والدرجة تقول ذلك.',
		training: 'المدرَّبون، بالمئة',
		women: 'النساء بين المنتشرين، بالمئة',
		tour: 'مدّة الخدمة بالأشهر',
		travel: 'ساعات الطريق إلى المقرّ المشرف',
		ratingTitle: 'التقدير',
		ratingLead: ({ inherent, residual }) =>
			`مع ما ذُكر هنا توحي المؤشّرات باحتمال ${inherent} بلا ضوابط و${residual} معها. أمّا العاقبة فحكمها لك.`,
		inherentLikelihood: 'الاحتمال الأصلي',
		inherentConsequence: 'العاقبة الأصلية',
		residualLikelihood: 'الاحتمال المتبقّي',
		residualConsequence: 'العاقبة المتبقّية',
		likelihoods: ['نادر', 'غير مرجّح', 'ممكن', 'مرجّح', 'شبه مؤكّد'],
		consequences: ['لا تُذكر', 'طفيفة', 'متوسّطة', 'كبيرة', 'جسيمة'],
		choose: 'اختر',
		followTitle: 'المتابعة',
		owner: 'المسؤول (منصب)',
		ownerHint: 'منصب أو وظيفة، مثل «منسّق السلوك، القطاع الشمالي». لا أسماء ولا عناوين.',
		due: 'موعد الخطوة التالية',
		review: 'المراجعة التالية',
		save: 'حفظ التقييم',
		before: 'ما أُدخل في آخر تقييم'
	},
	weights: {
		title: 'الأوزان',
		lead: 'ما يساويه كلّ جزء. يقرّر ذلك رئيس البعثة، ويُحفظ كلّ تغيير مع سببه.',
		begin: 'الأوزان التي تبدأ بها البعثة، ولم يغيّرها أحد بعد.',
		since: ({ number, by, at }) => `الأوزان ${number}، حدّدها ${by} في ${at}.`,
		share: 'الحصّة',
		down: 'أوّل تغيّر عند الخفض',
		up: 'أوّل تغيّر عند الرفع',
		stays: 'لا وزن يغيّر الترتيب',
		swap: ({ weight, higher, lower }) => `عند ${weight}: تتجاوز ${lower} ${higher}`,
		beyond: 'فوق السلّم (10)',
		sensitivity:
			'يقول كلّ سطر كم يلزم أن يتحرّك هذا الوزن وحده، خفضًا أو رفعًا، حتى تتبادل قاعدتان مكانيهما. والمسافة الصغيرة رتبة تستند إلى اختيار.',
		table: 'الأوزان وما يتغيّر',
		preview: 'الرتب بهذه الأوزان',
		previewNone: 'لا تتغيّر رتبة أيّ قاعدة.',
		from: 'الآن',
		to: 'بعدها',
		reason: 'سبب تغيير الأوزان',
		save: 'اعتماد هذه الأوزان',
		saved: 'اعتُمدت الأوزان.',
		undo: 'العودة إلى المعمول بها',
		history: 'أوزان سابقة',
		zero: 'لا بدّ أن يكون وزن واحد على الأقل أكبر من 0.'
	}
} satisfies typeof english;
