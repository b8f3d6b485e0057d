import { useWidget } from '../thread/widget.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useTeam } from './team.ts'

/** Seconds a public reply may wait. */
const WAITS = [0, 5, 10, 20]

/** Who is signed in, and the way out. */
export const AccountMenu = () => {
  const { account, me, outgoing, sheet, t, trouble } = useTeam()
  const { formats, said } = useWidget()
  const leave = async () => {
    try {
      await account.signOut()
    } catch {
      trouble.value = t('s.failed')
      said.value = { voice: 'assertive', text: t('s.failed') }
    }
  }
  return (
    <Disclosure
      id="account"
      class="account"
      opener={
        <>
          <Avatar id={me.id} name={me.name} staff />
          <span class="who-am-i">{me.name}</span>
          <span class="sr">{t('s.account')}</span>
        </>
      }
    >
      {close => (
        <>
          <p class="panel-note">
            {t.parts('s.as', { name: <bdi>{account.session.value?.email ?? me.name}</bdi> })}
          </p>
          <label class="panel-choice">
            {t('s.wait')}
            <select
              value={outgoing.wait()}
              onChange={event => outgoing.setWait(Number(event.currentTarget.value))}
            >
              {WAITS.map(seconds => (
                <option key={seconds} value={seconds}>
                  {seconds ? formats.duration(seconds) : t('s.noWait')}
                </option>
              ))}
            </select>
          </label>
          <ul class="choices-list">
            <li>
              <button
                type="button"
                onClick={() => {
                  close()
                  sheet.value = true
                }}
              >
                {t('keys.title')} <kbd>?</kbd>
              </button>
            </li>
            <li>
              <button type="button" onClick={() => void leave()}>
                {t('door.signOut')}
              </button>
            </li>
          </ul>
        </>
      )}
    </Disclosure>
  )
}
