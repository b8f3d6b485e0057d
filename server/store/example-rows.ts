import type { Db } from './store.ts'

/** A conversation that shows what there is: a public question with an official answer, and an idea beside it. */
export async function findExample(db: Db, siteId: string) {
  const question = await db
    .selectFrom('thread')
    .innerJoin('page', 'page.id', 'thread.page_id')
    .innerJoin('reply', 'reply.id', 'thread.official_id')
    .innerJoin('site_head', 'site_head.site_id', 'thread.site_id')
    .select([
      'thread.id as thread',
      'thread.author_id as visitor',
      'reply.id as reply',
      'reply.author_id as staff',
      'page.key as page',
      'site_head.epoch',
    ])
    .where('thread.site_id', '=', siteId)
    .where('thread.kind', '=', 'question')
    .where('thread.visibility', '=', 'public')
    .where('reply.visibility', '=', 'public')
    .orderBy('thread.position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const other = await db
    .selectFrom('thread')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', 'question')
    .where('visibility', '=', 'public')
    .where('official_id', 'is', null)
    .where('canonical_id', 'is', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const idea = await db
    .selectFrom('thread')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', 'idea')
    .where('canonical_id', 'is', null)
    .where('visibility', '=', 'public')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const image = idea && (await findImageOf(db, idea.id))
  const merged = await db
    .selectFrom('thread')
    .select('id')
    .where('site_id', '=', siteId)
    .where('canonical_id', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  const [label, spare] = await db
    .selectFrom('label')
    .select('id')
    .where('site_id', '=', siteId)
    .orderBy('name')
    .limit(2)
    .execute()
  const more = {
    ...(other && { question: other.id }),
    ...(image && { image: image.id }),
    ...(merged && { merged: merged.id }),
    ...(label && { label: label.id }),
    ...(spare && { spareLabel: spare.id }),
  }
  return question && idea ? { ...question, ...more, idea: idea.id } : null
}

const findImageOf = (db: Db, messageId: string) =>
  db.selectFrom('image').select('id').where('message_id', '=', messageId).limit(1).executeTakeFirst()
