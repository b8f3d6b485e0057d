import { useWidget } from '../thread/widget.ts'

/** Where the conversations can be read when they cannot be shown here: the server has them on a page of their own. */
export const Elsewhere = () => {
  const { config, t } = useWidget()
  return (
    <>
      <br />
      <a class="link" href={`${config.origin}/c/${config.site}`}>
        {t('err.elsewhere')}
      </a>
    </>
  )
}
