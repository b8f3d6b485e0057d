import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/notice.ts'

/** What is only read out. */
export const messages: Translation<typeof en> = {
  'notice.posted': 'نُشرت. يمكن للجميع رؤيتها الآن.',
  'notice.vote_added': 'أُضيف صوتك',
  'notice.vote_removed': 'أُزيل صوتك',
  'notify.done': 'سنُعلمك بالردود',
  'notice.unfollowing': 'لن تصلك إشعارات بعد الآن',
  'notice.saved': 'حُفظت التغييرات',
  'notice.restored': 'استُعيدت الرسالة',
  'notice.reply': 'رد جديد من {name}',
  'notice.replyStaff': 'رد جديد من {name}، فريق {brand}',
  'notice.online': 'عاد الاتصال',
}
