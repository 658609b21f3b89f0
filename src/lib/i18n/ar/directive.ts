import type { directive as english } from '../en/directive';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

/** Nouns that are counted in more than one sentence: a list's line, a place, a day, a version. */
const ENTRIES = {
	zero: 'لا بنود',
	one: 'بند واحد',
	two: 'بندان',
	few: '# بنود',
	many: '# بندًا',
	other: '# بند'
};
const PLACES = {
	zero: 'لا أماكن',
	one: 'مكان واحد',
	two: 'مكانان',
	few: '# أماكن',
	many: '# مكانًا',
	other: '# مكان'
};
/** As PLACES, after a word that puts them into the genitive. */
const OF_PLACES = { ...PLACES, zero: 'أي مكان', two: 'مكانين' };
const AFTER_DAYS = {
	zero: 'أقل من يوم',
	one: 'يوم واحد',
	two: 'يومين',
	few: '# أيام',
	many: '# يومًا',
	other: '# يوم'
};

export const directive = {
	title: 'التوجيهات',
	intro: 'كل إصدار نُشر كما هو دون تغيير. أي تصويب يصدر في إصدار جديد يحلّ محلّ ما سبقه.',
	versionShort: ({ version }) => `الإصدار ${version}`,
	none: 'لم يُنشر أي توجيه في هذه البعثة بعد.',
	noneHint: 'إلى أن يُنشر أوّل توجيه تبقى القائمة السارية فارغة. وتسري معايير السلوك في كل مكان.',
	newDirective: 'توجيه جديد',
	columns: {
		number: 'الرقم',
		title: 'العنوان',
		version: 'الإصدار',
		inForce: 'السريان',
		review: 'المراجعة',
		entries: 'البنود',
		state: 'الحالة'
	},
	state: {
		scheduled: 'مقرَّر',
		inForce: 'سارٍ',
		lapsed: 'سقط',
		superseded: 'حلّ محلّه إصدار أحدث',
		lifted: 'مرفوع',
		lifts: 'يرفع التوجيه'
	},
	entriesCount: ({ count }) => plural(count, ENTRIES),
	fromOn: ({ date }) => `من ${date}`,
	untilOn: ({ date }) => `حتى ${date}`,
	olderVersions: ({ count }) =>
		plural(count, {
			zero: 'لا إصدارات أقدم',
			one: 'إصدار أقدم واحد',
			two: 'إصداران أقدم',
			few: '# إصدارات أقدم',
			many: '# إصدارًا أقدم',
			other: '# إصدار أقدم'
		}),

	at: {
		title: 'أي الإصدارات كانت سارية؟',
		label: 'سارية في',
		show: 'عرض',
		timeZone: ({ zone }) => `بتوقيت ${zone}`,
		result: ({ when }) => `السارية في ${when}`,
		none: ({ when }) => `لم يكن أي توجيه ساريًا في ${when}.`,
		count: ({ count }) =>
			plural(count, {
				zero: 'لم يكن أي إصدار ساريًا.',
				one: 'كان إصدار واحد ساريًا.',
				two: 'كان إصداران ساريين.',
				few: 'كانت # إصدارات سارية.',
				many: 'كان # إصدارًا ساريًا.',
				other: 'كان # إصدار ساريًا.'
			}),
		wholeList: 'القائمة الكاملة في تلك اللحظة',
		back: 'كل الإصدارات',
		invalid: 'ليس هذا تاريخًا ووقتًا. استخدم أداة الاختيار، أو اكتب 2004-03-15T21:30.'
	},

	issued: 'تاريخ الإصدار',
	issuedBy: 'أصدره',
	effective: 'بدء السريان',
	inForceUntil: 'سارٍ حتى',
	supersedes: 'يحلّ محلّ',
	supersededBy: 'حلّ محلّه',
	reviewOn: 'موعد المراجعة',
	appliesTo: 'ينطبق على',
	everybody: 'جميع فئات الأفراد',
	exempt: 'يُستثنى أثناء أداء الواجب',
	legalBasis: 'الأساس القانوني',
	orderText: 'الأمر',
	places: 'ما يُحظر دخوله',
	noPlaces: 'هذا الإصدار ينهي التوجيه، ولا يدرج أي مكان.',
	onlyIn: ({ language }) => `هذا النص متاح بلغة واحدة فقط: ${language}.`,
	mapOf: ({ number, version }) =>
		`خريطة التوجيه ${number}، الإصدار ${version}: الأماكن نفسها الواردة في القائمة`,
	noMap: 'تعذّر عرض الخريطة على هذا الجهاز. القائمة المجاورة تقول الشيء نفسه.',
	showOnMap: 'عرض على الخريطة',
	history: 'إصدارات هذا التوجيه',
	thisVersion: 'هذا الإصدار',
	notYetVisible: 'موقَّع ومقرَّر. إلى أن يسري لا يراه سوى رئيس البعثة والمنسّقين.',
	liftedNotice: ({ date }) => `رُفع هذا التوجيه في ${date}.`,
	supersededNotice: ({ date }) => `كان هذا الإصدار ساريًا حتى ${date}. ويبقى مقروءًا كما كان.`,
	readCurrent: 'قراءة الإصدار الساري',
	amend: 'تعديل',
	lift: 'رفع',
	amendHint: 'يبدأ مسودة من هذا الإصدار. لا يتغيّر شيء إلى أن تُنشر.',
	liftHint: 'يبدأ مسودة تنهي التوجيه. لا يتغيّر شيء إلى أن تُنشر.',
	print: 'طباعة',
	consequence: 'دخول مكان مدرَج مخالفة لهذا التوجيه وسوء سلوك.',

	entry: {
		namedClass: ({ kind }) => `كل منشأة من هذا النوع: ${kind}`,
		buffer: ({ distance }) => `وما حوله إلى مسافة ${distance}`,
		added: ({ date }) => `مدرَج منذ ${date}`,
		lapses: ({ when }) => `يسقط في ${when} ما لم يُثبَّت`,
		curfew: ({ from, until }) => `من ${from} إلى ${until}`,
		curfewEveryDay: 'كل يوم',
		curfewOn: ({ days }) => `أيام ${days}`,
		except: ({ text }) => `باستثناء: ${text}`,
		formerly: ({ names }) => `سابقًا ${names}`,
		unnamed: 'بلا اسم',
		unknownPlace: 'مكان لم يعد في السجلّ'
	},

	changes: {
		title: 'ما الذي تغيّر',
		against: ({ version }) => `مقارنة بالإصدار ${version}`,
		first: 'هذا هو الإصدار الأول. كل ما فيه جديد.',
		none: 'قائمة الأماكن لم تتغيّر.',
		added: ({ count }) =>
			plural(count, {
				zero: 'لم يُضَف أي مكان',
				one: 'أُضيف مكان واحد',
				two: 'أُضيف مكانان',
				few: 'أُضيفت # أماكن',
				many: 'أُضيف # مكانًا',
				other: 'أُضيف # مكان'
			}),
		removed: ({ count }) =>
			plural(count, {
				zero: 'لم يُحذف أي مكان',
				one: 'حُذف مكان واحد',
				two: 'حُذف مكانان',
				few: 'حُذفت # أماكن',
				many: 'حُذف # مكانًا',
				other: 'حُذف # مكان'
			}),
		changed: ({ count }) =>
			plural(count, {
				zero: 'لم يتغيّر أي مكان',
				one: 'تغيّر مكان واحد',
				two: 'تغيّر مكانان',
				few: 'تغيّرت # أماكن',
				many: 'تغيّر # مكانًا',
				other: 'تغيّر # مكان'
			}),
		moved: ({ count }) =>
			plural(count, {
				zero: 'لم يُنقل أي مكان',
				one: 'نُقل مكان واحد',
				two: 'نُقل مكانان',
				few: 'نُقلت # أماكن',
				many: 'نُقل # مكانًا',
				other: 'نُقل # مكان'
			}),
		movedBy: ({ distance }) => `نُقل مسافة ${distance}`,
		movedWithin: ({ distance }) =>
			`أُعطي موقعًا آخر في حدود ${distance}: لا يتجاوز ذلك دقة الموقعين، فقد لا يكون نُقل`,
		redrawn: ({ distance }) => `رُسم من جديد، وانتقل وسطه مسافة ${distance}`,
		fromTo: ({ what, from, to }) => `${what}: من ${from} إلى ${to}`,
		field: {
			name: 'الاسم',
			geometry: 'الموقع أو المساحة',
			bufferMetres: 'المسافة حوله',
			reason: 'السبب',
			emergency: 'الطوارئ',
			curfew: 'الساعات',
			exceptions: 'الاستثناءات',
			title: 'العنوان',
			text: 'نص الأمر',
			legalBasis: 'الأساس القانوني',
			applicability: 'من يُلزمهم',
			exemptDuties: 'الواجبات المستثناة',
			reviewOn: 'موعد المراجعة',
			effectiveFrom: 'بدء السريان',
			lifts: 'الرفع'
		},
		wordsChanged: ({ what }) => `تغيّر أيضًا: ${what}.`,
		everythingEnds: 'ينتهي التوجيه: لا يعود شيء مما يدرجه محظورًا بموجبه.',
		emergencyConfirmed: 'ثُبّت بعد أن كان طارئًا',
		emergencyMade: 'أصبح طارئًا',
		more: ({ count }) =>
			plural(count, {
				zero: 'ولا غير ذلك',
				one: 'وواحد آخر',
				two: 'واثنان آخران',
				few: 'و# أخرى',
				many: 'و# غيرها',
				other: 'و# غيرها'
			})
	},

	compare: {
		lead: 'أي إصدارين من توجيه، أو كل ما كان ساريًا في أي وقتين، جنبًا إلى جنب.',
		choose: 'ما يُقارَن',
		byTime: 'القائمة في وقتين',
		byVersion: 'إصداران من توجيه',
		from: 'القائمة السارية في',
		to: 'مقارنة بالقائمة في',
		directive: 'التوجيه',
		before: 'الإصدار',
		after: 'مقارنة بالإصدار',
		nothing: 'لا شيء: كان جديدًا',
		show: 'قارن',
		times: ({ from, to }) => `من ${from} إلى ${to}`,
		versions: ({ number, before, after }) =>
			`التوجيه ${number}: من الإصدار ${before} إلى الإصدار ${after}`,
		firstVersion: ({ number, after }) => `التوجيه ${number}: الإصدار ${after}، وكل ما فيه جديد`,
		same: ({ count }) =>
			plural(count, {
				zero: 'لم يبق أي مكان كما كان',
				one: 'بقي مكان واحد كما كان',
				two: 'بقي مكانان كما كانا',
				few: 'بقيت # أماكن كما كانت',
				many: 'بقي # مكانًا كما كان',
				other: 'بقي # مكان كما كان'
			}),
		unknownVersion: 'لا يوجد إصدار كهذا من هذا التوجيه. اختر إصدارًا آخر.',
		withoutPlace: 'ما ليس له موقع خاص به يرد في الجدول وحده.',
		mapLabel: 'خريطة التغييرات: كما في الجدول',
		legend: 'علامات الخريطة',
		table: 'ما تغيّر حظره',
		kinds: { added: 'أُضيف', removed: 'حُذف', moved: 'نُقل', changed: 'تغيّر' },
		columns: {
			what: 'التغيير',
			place: 'المكان',
			town: 'البلدة',
			directive: 'التوجيه',
			how: 'بالكلمات'
		},
		orders: 'ما تنص عليه التوجيهات',
		directiveNew: 'لم يكن ساريًا من قبل: كل ما فيه جديد.',
		directiveGone: 'لم يعد ساريًا.',
		sameWords: 'العنوان ونص الأمر والأساس القانوني ومن يُلزمهم والمراجعة لم تتغيّر.',
		sameDirectives: 'الإصدارات نفسها من التوجيهات نفسها.',
		open: 'قارن الإصدارات',
		openList: 'قارن القائمة في وقتين',
		openMap: 'قارن على الخريطة، أو بأي إصدار آخر'
	},

	editor: {
		newDraft: 'مسودة توجيه جديد',
		amends: ({ number, version }) => `مسودة تعدّل التوجيه ${number}، الإصدار ${version}`,
		lifts: ({ number }) => `مسودة ترفع التوجيه ${number}`,
		untitled: 'بلا عنوان',
		discard: 'حذف المسودة',
		discardAsk: 'هل تُحذف هذه المسودة؟ لا يمكن استرجاع ما فيها.',
		keep: 'إبقاؤها',
		places: 'القائمة',
		words: 'نص الأمر',
		terms: 'من ومتى وعلى أي أساس',
		checks: 'قبل النشر',
		save: {
			saved: ({ time }) => `حُفظت في ${time}`,
			unsaved: 'لم تُحفظ بعد',
			saving: 'جارٍ الحفظ …',
			offline: 'لا اتصال. تعديلاتك محفوظة هنا وتُحفظ في الخادوم عند عودته.',
			signedOut: 'انتهت جلستك. تعديلاتك محفوظة هنا.',
			conflict: 'حفظ شخص آخر هذه المسودة.',
			refused: 'لم تُحفظ',
			gone: 'أُقفلت هذه المسودة.'
		},
		restored: ({ when }) => `استُرجعت تعديلات ${when} التي لم تكن قد حُفظت.`,
		goneTitle: 'لم تعد هذه المسودة موجودة',
		goneText: 'نُشرت أو حُذفت، ربما من شخص آخر. ما نُشر تجده في التوجيهات.',
		conflict: {
			title: 'حفظ شخص آخر هذه المسودة',
			text: ({ who, when }) =>
				`حفظ ${who} هذه المسودة في ${when} بينما كنت تعمل عليها. النسختان محفوظتان: اختر التي تتابعها.`,
			someone: 'شخص آخر',
			theirs: 'المتابعة بنسخته',
			theirsHint: 'يُترك ما غيّرته منذ آخر حفظ لك.',
			mine: 'حفظ نسختي مسودةً مستقلة',
			mineHint: 'تبقى نسخته كما هي، وتصبح نسختك مسودة ثانية إلى جانبها.',
			differences: 'نسخته مقارنة بنسختك'
		},
		signIn: {
			title: 'سجّل الدخول للمتابعة',
			text: 'انتهت جلستك. ما أدخلته محفوظ على هذه الشاشة ويُحفظ في الخادوم بعد تسجيل الدخول.',
			password: 'كلمة السرّ',
			email: 'البريد الإلكتروني',
			button: 'تسجيل الدخول والمتابعة',
			failed: 'البريد الإلكتروني وكلمة السرّ لا يتطابقان، أو الحساب مغلق.',
			elsewhere: 'تسجيل الدخول في نافذة أخرى',
			resume: 'سجّلت الدخول: متابعة'
		},
		addEstablishment: 'منشأة',
		addZone: 'منطقة',
		addClass: 'نوع من الأماكن',
		addCurfew: 'منطقة حظر تجوّل',
		addHere: 'إضافة إلى القائمة',
		inList: 'في القائمة',
		remove: 'حذف من القائمة',
		removed: ({ name }) => `حُذف ${name} من القائمة.`,
		undo: 'تراجع',
		edit: ({ name }) => `تعديل ${name}`,
		done: 'تمّ',
		emptyList: 'لم يُدرج شيء بعد.',
		emptyListHint: 'اختر منشأة على الخريطة، أو أضف واحدة هنا.',
		filter: 'بحث في هذه القائمة',
		search: 'البحث عن منشأة',
		searchHint: 'الاسم على اللافتة أو اسم سابق أو البلدة أو العنوان',
		found: ({ count }) =>
			plural(count, {
				zero: 'لا نتائج',
				one: 'نتيجة واحدة',
				two: 'نتيجتان',
				few: '# نتائج',
				many: '# نتيجة',
				other: '# نتيجة'
			}),
		noneFound: 'لا توجد منشأة مطابقة. أدخلها أولًا في صفحة الأماكن.',
		showMore: 'عرض المزيد',
		kindOfPlace: 'نوع المكان',
		name: 'اسم المنطقة',
		buffer: 'المسافة المحظورة حوله أيضًا',
		bufferUnit: 'متر',
		reason: 'السبب',
		emergency: 'طارئ',
		emergencyHint: ({ days }) =>
			`يسري فورًا ويسقط بعد ${plural(days, AFTER_DAYS)} ما لم يثبّته إصدار لاحق.`,
		exceptions: 'الاستثناءات',
		exceptionsHint: 'من يجوز له الدخول مع ذلك ولأي واجب. اتركه فارغًا إن لم يكن أحد.',
		curfewFrom: 'من',
		curfewUntil: 'إلى',
		curfewDays: 'في الليالي التي تبدأ يوم',
		curfewPastMidnight: 'يمتدّ إلى ما بعد منتصف الليل.',
		area: 'المساحة',
		draw: 'رسم على الخريطة',
		drawPolygon: 'رسم الزوايا',
		drawCircle: 'رسم دائرة',
		drawEdit: 'تغيير الشكل',
		drawHintPolygon: 'انقر كل زاوية، ثم انقر الأولى مجددًا أو اضغط Enter للإنهاء.',
		drawHintCircle: 'انقر المركز، ثم انقر حيث تنتهي الدائرة.',
		drawHintEdit: 'اسحب زاوية لنقلها؛ وانقرها بالزر الأيمن لحذفها.',
		drawStop: 'إنهاء الرسم',
		drawing: ({ name }) => `رسم: ${name}`,
		type: 'كتابة الإحداثيات',
		corners: 'الزوايا، واحدة في كل سطر',
		cornersHint: 'درجات (42.6629, 21.1655) أو MGRS (34T DN 13474 23482). ثلاث زوايا على الأقل.',
		centre: 'المركز',
		radius: 'نصف القطر',
		useCorners: 'استخدام هذه الزوايا',
		useCircle: 'استخدام هذه الدائرة',
		cornersWrong: ({ line }) => `السطر ${line} ليس إحداثيات.`,
		cornersFew: 'تحتاج المساحة إلى ثلاث زوايا على الأقل.',
		cornersCross: 'أضلاع هذه المساحة متقاطعة. رتّب الزوايا حولها.',
		centreWrong: 'المركز ليس إحداثيات.',
		radiusWrong: 'يجب أن يكون نصف القطر بين 10 أمتار و50 كيلومترًا.',
		areaSet: ({ area }) => `حُدّدت المساحة: ${area}`,
		areaNotSet: 'لم تُحدَّد مساحة بعد.',
		notEditable: 'لا يمكن تغيير هذه المساحة يدويًا؛ ارسمها من جديد أو اكتب زواياها.',

		titleField: 'العنوان',
		textField: 'نص الأمر',
		textHint: 'ما يُحظر على الجميع، في جملة أو جملتين. القائمة تحدّد الأماكن.',
		languages: 'اللغات',
		missing: 'ناقص',
		legalBasis: 'الأساس القانوني',
		legalBasisHint: 'السلطة التي يأمر رئيس البعثة بموجبها.',
		applicability: 'يُلزم',
		exemptDuties: 'يُستثنى أثناء أداء الواجب',
		exemptHint: 'مثلًا: الشرطة العسكرية في الدوريات. اتركه فارغًا إن لم يكن أحد.',
		effective: 'بدء السريان',
		effectiveNow: 'لحظة النشر',
		effectiveAt: 'لاحقًا، في',
		embargoHint: 'إلى ذلك الحين لا يراه سوى رئيس البعثة والمنسّقين.',
		zone: ({ zone }) => `بتوقيت ${zone}`,
		review: 'موعد المراجعة',
		reviewDefault: ({ days }) => `تراجع هذه البعثة توجيهاتها بعد ${plural(days, AFTER_DAYS)}.`,

		complete: 'كل ما يلزم موجود.',
		incomplete: ({ count }) =>
			plural(count, {
				zero: 'لا ينقص شيء',
				one: 'ينقص شيء واحد',
				two: 'ينقص شيئان',
				few: 'تنقص # أشياء',
				many: 'ينقص # شيئًا',
				other: 'ينقص # شيء'
			}),
		near: 'من ينتشر بالقرب',
		nearText: 'أقرب مكان انتشار إلى كل مكان، في اليوم الذي تسري فيه المسودة.',
		nearNone: 'لا يوجد مكان انتشار مسجَّل في ذلك اليوم.',
		nearPersonnel: ({ distance }) => `الأفراد ضمن ${distance}`,
		nearPossibly: ({ count }) =>
			plural(count, {
				zero: 'ولا أحد غيرهم',
				one: 'وربما فرد آخر، لا يمكن الجزم',
				two: 'وربما فردان آخران، لا يمكن الجزم',
				few: 'وربما # آخرون، لا يمكن الجزم',
				many: 'وربما # غيرهم، لا يمكن الجزم',
				other: 'وربما # غيرهم، لا يمكن الجزم'
			}),
		nearUnknown: 'العدد غير معروف',
		nearDistance: 'المسافة',
		nearDeployment: 'مكان الانتشار',
		nearPlace: 'المكان',
		nearWithin: ({ distance }) => `ضمن ${distance}: لا يمكن التحديد أدقّ من ذلك`,
		nearSummary: ({ places, distance }) =>
			`عدد أماكن هذه المسودة الواقعة ضمن ${distance} من مكان انتشار: ${plural(places, PLACES)}.`,

		map: 'خريطة المسودة',
		mapLegendListed: 'في هذه المسودة',
		mapLegendOther: 'منشآت أخرى',
		mapLegendDeployment: 'أماكن الانتشار'
	},

	missing: {
		titleMissing: 'عنوان',
		textMissing: 'نص الأمر',
		legalBasisMissing: 'الأساس القانوني',
		applicabilityMissing: 'من يُلزمهم التوجيه',
		designationsMissing: 'بند واحد على الأقل في القائمة',
		designationsOnLift: 'قائمة فارغة: الإصدار الذي يرفع التوجيه لا يدرج شيئًا',
		nothingToLift: 'توجيه يُرفع: هذه مسودة توجيه جديد',
		effectiveInPast: 'وقت سريان لم يمضِ',
		effectiveTooFar: 'وقت سريان خلال سنتين',
		reviewMissing: 'موعد للمراجعة',
		reviewBeforeEffective: 'موعد مراجعة بعد يوم بدء السريان',
		establishmentMissing: 'المنشأة',
		establishmentTwice: 'أن يُدرج مرة واحدة: هو هنا مرتين',
		nameMissing: 'اسم',
		establishmentKindMissing: 'نوع المكان',
		geometryMissing: 'مساحة',
		geometryInvalid: 'مساحة مرسومة رسمًا صحيحًا',
		outsideMission: 'مكان داخل منطقة البعثة',
		bufferMissing: 'نصف قطر حول النقطة',
		bufferInvalid: 'مسافة لا تقلّ عن صفر',
		curfewMissing: 'الساعات',
		curfewInvalid: 'ساعات ويوم واحد على الأقل'
	},

	publish: {
		button: 'نشر …',
		whoMay: 'النشر لرئيس البعثة وحده. أبلغه بأن هذه المسودة جاهزة.',
		incompleteHint: 'أكمل المسودة لنشرها.',
		title: 'هل يُنشر هذا التوجيه؟',
		titleLift: 'هل يُرفع هذا التوجيه؟',
		binds: ({ who }) => `يُلزم: ${who}`,
		bindsAll: 'جميع فئات أفراد البعثة',
		from: ({ when }) => `من ${when}`,
		fromNow: 'من لحظة النشر',
		forbids: ({ count }) => `لا يجوز لهم دخول ما يدرجه: ${plural(count, OF_PLACES)}.`,
		endsAll: ({ number }) => `لا يعود شيء مما يدرجه التوجيه ${number} محظورًا بموجبه.`,
		counts: ({ added, removed, changed }) =>
			`مقارنة بالإصدار الساري: أُضيف ${added}، وحُذف ${removed}، وتغيّر ${changed}.`,
		allNew: 'لا شيء من هذا التوجيه سارٍ بعد: كل بنوده جديدة.',
		emergencies: ({ count }) =>
			plural(count, {
				zero: 'لا بنود طارئة.',
				one: 'بند واحد طارئ ويسقط ما لم يُثبَّت.',
				two: 'بندان طارئان ويسقطان ما لم يُثبَّتا.',
				few: '# بنود طارئة وتسقط ما لم تُثبَّت.',
				many: '# بندًا طارئًا، وتسقط ما لم تُثبَّت.',
				other: '# بند طارئ، وتسقط ما لم تُثبَّت.'
			}),
		review: ({ date }) => `موعد المراجعة ${date}.`,
		embargo: ({ when }) => `يراه الأفراد من ${when}، لا قبل ذلك.`,
		permanent: 'الإصدار المنشور لا يُغيَّر ولا يُسحب. أي تصويب يصدر في إصدار جديد.',
		confirm: 'قرأته وآمر بنشره.',
		confirmLift: 'قرأته وآمر برفع التوجيه.',
		act: 'نشر',
		actLift: 'رفع ونشر',
		publishing: 'جارٍ النشر …',
		notYet: 'العودة إلى المسودة',
		unsure: 'لم يجب الخادوم، فلا يُعرف هل نُشر التوجيه. حاول مرة أخرى: لا يُنشر التوجيه مرتين أبدًا.',
		doneTitle: ({ number, version }) => `نُشر التوجيه ${number}، الإصدار ${version}`,
		doneNow: 'أصبح ساريًا، ويراه كل أفراد البعثة من الآن.',
		doneLater: ({ when }) => `يسري في ${when}.`,
		sequence: ({ sequence }) => `القائمة السارية رقم ${sequence}`,
		read: 'قراءة الإصدار المنشور',
		toDesk: 'إلى المكتب',
		toList: 'عرض القائمة السارية'
	}
} satisfies typeof english;
