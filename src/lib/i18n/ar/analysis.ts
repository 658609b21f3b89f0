import type { analysis as english } from '../en/analysis';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

export const analysis = {
	title: 'التحليل',
	lead: 'مدى قرب الأماكن الممنوعة من القوات والموظفين، وأين تتركّز الادعاءات.',
	views: {
		label: 'طرق العرض',
		bases: 'أماكن الانتشار',
		places: 'الأماكن',
		heat: 'الادعاءات',
		hotspots: 'البؤر',
		files: 'ملفّاتك',
		whatIf: 'ماذا لو',
		displacement: 'الإزاحة'
	},
	filters: {
		label: 'عوامل التصفية',
		on: 'في تاريخ',
		today: 'اليوم',
		set: 'الأماكن المقيسة',
		offLimits: 'الممنوعة في ذلك اليوم',
		register: 'كلّ المسجّلة في ذلك اليوم',
		ring: 'شيء ضمن',
		region: 'المنطقة',
		kind: 'النوع',
		force: 'القوة',
		nearestForce: 'قوة الأقرب',
		all: 'الكلّ',
		search: 'البحث في الأسماء',
		reset: 'إزالة عوامل التصفية'
	},
	summary: ({ places, bases, date }) => `${places} و${bases} في ${date}`,
	placesCount: ({ count }) =>
		plural(count, {
			zero: 'لا أماكن',
			one: 'مكان واحد',
			two: 'مكانان',
			few: '# أماكن',
			many: '# مكانًا',
			other: '# مكان'
		}),
	basesCount: ({ count }) =>
		plural(count, {
			zero: 'لا أماكن انتشار',
			one: 'مكان انتشار واحد',
			two: 'مكانا انتشار',
			few: '# أماكن انتشار',
			many: '# مكان انتشار',
			other: '# مكان انتشار'
		}),
	most: ({ name, count, ring }) =>
		plural(count, {
			zero: `لا أماكن ضمن ${ring}`,
			one: `أكثر الأماكن ضمن ${ring}: ${name}، بمكان واحد`,
			two: `أكثر الأماكن ضمن ${ring}: ${name}، بمكانين`,
			few: `أكثر الأماكن ضمن ${ring}: ${name}، بعدد # أماكن`,
			many: `أكثر الأماكن ضمن ${ring}: ${name}، بعدد # مكانًا`,
			other: `أكثر الأماكن ضمن ${ring}: ${name}، بعدد # مكان`
		}),
	tables: {
		bases: 'أماكن الانتشار وما حولها من أماكن',
		places: 'الأماكن وأقرب مكان انتشار إليها'
	},
	columns: {
		name: 'الاسم',
		force: 'القوة',
		kind: 'النوع',
		region: 'المنطقة',
		town: 'البلدة',
		strength: 'الأفراد',
		within: ({ ring }) => `≤ ${ring}`,
		nearest: 'الأقرب',
		distance: 'المسافة',
		exposure: 'التعرّض',
		personnelWithin: ({ ring }) => `الأفراد ≤ ${ring}`,
		reason: 'السبب'
	},
	bounds: ({ definite, possible }) => `${definite}–${possible}`,
	boundsTitle: ({ measured, definite, possible }) =>
		`${measured} عند المواقع المسجّلة، وبين ${definite} و${possible} بقدر ما تسمح به الدقّة`,
	distance: ({ distance, uncertainty }) => `${distance} ± ${uncertainty}`,
	cannotTell: 'لا يمكن الجزم',
	map: {
		label: 'خريطة صفوف الجدول',
		hint: 'اختر صفًّا أو رمزًا فيتبعه الآخر.'
	},
	detail: {
		close: 'إغلاق',
		within: ({ ring }) => `ما يُحتمل أن يكون ضمن ${ring}`,
		nothing: ({ ring }) => `لا شيء يُحتمل أن يكون ضمن ${ring}.`,
		open: 'افتح السجلّ'
	},
	export: {
		csv: 'CSV',
		geojson: 'GeoJSON',
		label: 'تصدير المعروض',
		note: 'يضمّ الصفوف المعروضة بترتيبها مع التاريخ والمنهجية والدقّة.'
	},
	method: {
		title: 'كيف يُحسَب هذا',
		proximity: ({ radius }) =>
			`مسافة الدائرة العظمى على كرة نصف قطرها ${radius} ‏(Turf)، من حافة إلى حافة حيث يكون السجلّ مساحة. ويُحسَب الزوج إذا وُجد طرفاه معًا في اليوم المعروض.`,
		accuracy:
			'ترافق كلَّ مسافة دقّتا السجلّين مجموعتين. ويُعطى العدد عند المواقع المسجّلة، وحيث تتركه الدقّة مفتوحًا يليه أدنى قيمة ممكنة وأعلاها.',
		exposure:
			'التعرّض هو عدد الأفراد مضروبًا في متوسّط عدد الأماكن داخل كلّ حلقة. وهو فارغ حيث لا قوام مسجّل، والفارغ ليس صفرًا.',
		parameters: ({ rings, date, set }) => `الحلقات: ${rings}. اليوم: ${date}. الأماكن: ${set}.`,
		more: 'المنهجية كاملة'
	},
	heat: {
		title: 'بلاغات الادعاءات الواردة',
		type: 'النوع',
		allTypes: 'كلّ الأنواع',
		from: 'من سنة',
		to: 'إلى سنة',
		table: 'الخلايا ذات الأعداد المفرج عنها',
		cell: 'مركز الخلية',
		count: 'البلاغات',
		share: 'النسبة',
		withheld: ({ minimum }) =>
			`تُحجب في قاعدة البيانات، بعد التصفية، الأعداد التي تقلّ عن ${minimum} لكلّ خلية وسنة. والفراغ على الخريطة ليس صفرًا.`,
		recent:
			'لا تُحتسب بعدُ البلاغات الواردة في السنة الجارية. والعدّ بحسب البلاغات الواردة كما تعدّ الأمم المتحدة، وقد يخصّ البلاغ الواحد عدّة أشخاص.',
		area: ({ area }) => `تغطّي كلّ خلية نحو ${area}.`,
		empty: 'لا شيء مفرج عنه لهذا الاختيار',
		emptyHint: 'اختر سنوات أكثر أو كلّ الأنواع. وعدم الإفراج عن شيء لا يعني أنه لم يُبلَّغ عن شيء.',
		mapLabel: 'خريطة الأعداد المفرج عنها حسب الخلية',
		loading: 'جارٍ طلب الأعداد المفرج عنها …',
		failed: 'تعذّر تحميل الأعداد.'
	}
} satisfies typeof english;
