import type { files as english } from '../en/files';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

export const files = {
	title: 'ملفّاتك: مدى قرب الأماكن من المواقع',
	privacy: 'تُقرأ الملفّات وتُقاس على هذا الجهاز. لا يُرفع شيء ولا يُحفظ شيء: مغادرة هذا العرض تمحوها.',
	sides: { places: 'الأماكن', sites: 'المواقع' },
	columns: {
		places: 'ملفّ CSV أعمدته id وlng وlat، ولا يُقرأ غيرها.',
		sites: 'ملفّ CSV أعمدته id وlng وlat وpersonnel، ولا يُقرأ غيرها.'
	},
	limits: ({ rows, megabytes }) => `حتى ${rows} صفّ و${megabytes} ميغابايت.`,
	source: 'المصدر',
	sources: {
		file: 'ملفّ على هذا الجهاز',
		offLimits: 'الأماكن الممنوعة اليوم',
		register: 'كلّ الأماكن المسجّلة اليوم',
		deployments: 'أماكن الانتشار اليوم'
	},
	recorded: ({ count }) =>
		plural(count, {
			zero: 'لا سجلّات.',
			one: 'سجلّ واحد، عند موقعه المسجّل أو وسط مساحته، ولا تُراعى دقّته هنا.',
			two: 'سجلّان، عند موقعيهما المسجّلين أو وسط مساحتيهما، ولا تُراعى دقّتهما هنا.',
			few: '# سجلّات، عند مواقعها المسجّلة أو وسط مساحاتها، ولا تُراعى دقّتها هنا.',
			many: '# سجلًّا، عند مواقعها المسجّلة أو وسط مساحاتها، ولا تُراعى دقّتها هنا.',
			other: '# سجلّ، عند مواقعها المسجّلة أو وسط مساحاتها، ولا تُراعى دقّتها هنا.'
		}),
	withoutStrength: ({ count }) =>
		plural(count, {
			zero: 'لكلّ منها قوام مسجّل.',
			one: 'لا قوام مسجّلًا لواحد منها، فيُحسب صفرًا.',
			two: 'لا قوام مسجّلًا لاثنين منها، فيُحسب صفرًا.',
			few: 'لا قوام مسجّلًا لـ# منها، فيُحسب صفرًا.',
			many: 'لا قوام مسجّلًا لـ# منها، فيُحسب صفرًا.',
			other: 'لا قوام مسجّلًا لـ# منها، فيُحسب صفرًا.'
		}),
	choose: 'اختر ملفًّا',
	drop: 'أو أفلِته هنا',
	rings: 'الحلقات بالأمتار',
	ringsHint: ({ count }) => `حتى ${count} حلقات، بينها فواصل. وتشمل الحلقة حدّها.`,
	ringsWrong: ({ count }) => `اكتب حتى ${count} أنصاف أقطار بالأمتار، مثل 500, 1000.`,
	missing: 'اختر ملفًّا أوّلًا.',
	measure: 'قِس',
	stop: 'أوقِف',
	stopped: 'توقّف القياس. ومُحي ما كان قد قُرئ.',
	steps: {
		readingPlaces: ({ share }) => `قراءة الأماكن: ${share}`,
		readingSites: ({ share }) => `قراءة المواقع: ${share}`,
		measuring: ({ share }) => `القياس: ${share}`
	},
	faulty: ({ file }) => `في ${file}. لم يُقس شيء.`,
	tooManyRows: ({ rows }) => `في الملفّ أكثر من ${rows} صفّ. قسّمه.`,
	tooLarge: ({ megabytes }) => `الملفّ أكبر من ${megabytes} ميغابايت. قسّمه.`,
	failures: {
		memory: 'لا تكفي ذاكرة هذا الجهاز لهذين الملفّين. قسّمهما أو استعمل سطر الأوامر.',
		unreadable: 'تعذّرت قراءة الملفّ. ربما تغيّر أو نُقل: اختره من جديد.',
		broken: 'تعذّر القياس. أعد المحاولة بصفوف أقلّ.'
	},
	done: ({ places, sites, time }) => `${places} و${sites}، قُرئت وقيست في ${time}.`,
	sitesCount: ({ count }) =>
		plural(count, {
			zero: 'لا مواقع',
			one: 'موقع واحد',
			two: 'موقعان',
			few: '# مواقع',
			many: '# موقعًا',
			other: '# موقع'
		}),
	threads: ({ count }) =>
		plural(count, {
			zero: 'دون مسارات',
			one: 'مسار واحد',
			two: 'مسارين',
			few: '# مسارات',
			many: '# مسارًا',
			other: '# مسار'
		}),
	seconds: ({ seconds, threads }) => `${seconds} ثانية على ${threads}`,
	median: ({ distance }) => `نصف الأماكن على مسافة ${distance} أو أقلّ من موقع.`,
	placesWithin: ({ count, share, ring }) =>
		plural(count, {
			zero: `لا مكان (${share}) له موقع ضمن ${ring}`,
			one: `لمكان واحد (${share}) موقع ضمن ${ring}`,
			two: `لمكانين (${share}) موقع ضمن ${ring}`,
			few: `لـ# أماكن (${share}) موقع ضمن ${ring}`,
			many: `لـ# مكانًا (${share}) موقع ضمن ${ring}`,
			other: `لـ# مكان (${share}) موقع ضمن ${ring}`
		}),
	within: ({ ring }) => `ضمن ${ring}`,
	beyond: 'لا شيء في أيّ حلقة',
	tables: { places: 'الأماكن وأقرب موقع إليها', sites: 'المواقع وما حولها من أماكن' },
	id: 'المعرّف',
	nearestSite: 'أقرب موقع',
	nearestPlace: 'أقرب مكان',
	placesIn: ({ ring }) => `الأماكن ≤ ${ring}`,
	first: ({ shown, all }) => `أوّل ${shown} من ${all} صفّ بهذا الترتيب، والملفّات تضمّ الكلّ.`,
	take: 'تصدير الكلّ',
	formats: { json: 'JSON', placesCsv: 'الأماكن (CSV)', sitesCsv: 'المواقع (CSV)' },
	writing: 'جارٍ كتابة الملفّ …',
	takeNote:
		'ملفّ JSON مطابق لما يكتبه سطر الأوامر (cordon proximity --json)، وهو يقبل ملفّات بأيّ طول.',
	map: 'خريطة الأماكن والمواقع المقيسة',
	empty: 'لا صفوف في أيّ من الملفّين',
	method:
		'مسافة الدائرة العظمى بين نقاط على كرة، كما يقيسها سطر الأوامر، على المواقع كما هي ودون مراعاة الدقّة.'
} satisfies typeof english;
