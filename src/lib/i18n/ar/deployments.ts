import type { deployments as english } from '../en/deployments';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

export const deployments = {
	title: 'أماكن الانتشار',
	lead: 'أين توجد القوات والموظفون، ومنذ متى، وكم عددهم، وما دقّة معرفة كلّ موقع.',
	add: 'إضافة مكان انتشار',
	import: 'استيراد',
	edit: 'تعديل',
	on: 'في تاريخ',
	search: 'البحث في الأسماء والوحدات والبلدات',
	table: 'أماكن الانتشار في ذلك اليوم',
	none: 'لا مكان انتشار مسجّل في ذلك اليوم',
	noneHint: 'اختر يومًا آخر أو أضف أماكن انتشار البعثة.',
	columns: {
		name: 'الاسم',
		force: 'القوة',
		unit: 'الوحدة',
		kind: 'النوع',
		town: 'البلدة',
		region: 'المنطقة',
		strength: 'الأفراد',
		accuracy: 'الدقّة',
		period: 'المدّة',
		within: ({ ring }) => `أماكن ≤ ${ring}`,
		sources: 'المصادر'
	},
	also: ({ names }) => `يُعرف أيضًا باسم ${names}`,
	position: 'الموقع',
	area: 'المساحة',
	areaKept: 'هذا السجلّ مساحة، ويبقى حدّها كما هو.',
	strengths: {
		title: 'القوام عبر الزمن',
		none: 'لا قوام مسجّل، ولا يُعدّ ذلك صفرًا.',
		period: 'المدّة',
		category: 'الفئة',
		personnel: 'الأفراد',
		source: 'المصدر',
		from: 'من',
		until: 'حتى',
		add: 'إضافة قوام',
		remove: 'إزالة هذا القوام'
	},
	sources: { title: 'المصادر', none: 'لا مصدر مسجّل.' },
	exposure: {
		title: 'الأماكن الممنوعة من حوله',
		none: ({ ring }) => `لا شيء يُحتمل أن يكون ضمن ${ring} في ذلك اليوم.`
	},
	onMap: 'على الخريطة',
	form: {
		addTitle: 'إضافة مكان انتشار',
		editTitle: 'تعديل مكان انتشار',
		name: 'الاسم',
		alternateNames: 'أسماء أخرى',
		alternateNamesHint: 'اسم في كلّ سطر',
		force: 'القوة',
		forceHint: 'KFOR أو UNMIK أو OSCE …',
		unit: 'الوحدة أو الكتيبة',
		kind: 'النوع',
		town: 'البلدة',
		region: 'المنطقة',
		accuracy: 'الدقّة بالأمتار',
		accuracyHint: 'نصف قطر الدائرة التي يرجّح أن يقع فيها المكان الحقيقي، ولا يكون أدقّ من المصدر.',
		from: 'موجود منذ',
		until: 'حتى',
		untilHint: 'أوّل يوم لم يعد فيه هناك، ويُترك فارغًا ما دام قائمًا',
		source: 'مصدر هذا القيد',
		sourceHint: 'الوثيقة وتاريخها وصفحتها. يُحفظ مع السجلّ.',
		save: 'حفظ',
		cancel: 'إلغاء'
	},
	positionField: {
		label: 'الموقع',
		hint: 'درجات (عرض ثم طول) أو درجات ودقائق وثوانٍ أو MGRS، أو أشِر إليه على الخريطة.',
		unreadable: 'تعذّرت قراءة هذا على أنه موقع.',
		read: ({ position }) => `قُرئ على أنه ${position}`,
		openMap: 'أشِر على الخريطة',
		closeMap: 'أغلق الخريطة',
		mapLabel: 'خريطة للإشارة إلى الموقع',
		accuracyFrom: ({ distance }) => `كما كُتب، هذا الموقع معروف بدقّة ${distance}.`
	}
} satisfies typeof english;
