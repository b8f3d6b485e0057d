import type { PersonRef } from '../../server/contract/person.ts'
import { useWidget } from './widget.ts'

/** A name, and the badge that only the server's record can give. */
export const Person = ({ person: { name, staff } }: { person: PersonRef }) => {
  const { t, brand } = useWidget()
  return (
    <>
      <bdi class="name">{name}</bdi>
      {staff && <span class="badge">{t('staff.badge', { brand: brand.value })}</span>}
    </>
  )
}
