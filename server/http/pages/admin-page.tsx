import { renderPage } from './document.tsx'

interface AdminBuild {
  locale: string
  script: string
  style: string | null
}

/** The admin view's shell: everything else is drawn by its script, whatever the address below `/admin`. */
export const renderAdminPage = ({ locale, script, style }: AdminBuild): string =>
  renderPage({ title: 'Parla', locale, styles: style ? [style] : [], scripts: [script] }, <div id="admin" />)
