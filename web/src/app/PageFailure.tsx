// A page that fails must not leave a white screen: the person gets a sentence and a way on.
import { Component } from 'react'
import { i18n } from '../i18n/index.ts'
import { Notice } from '../ui/Notice.tsx'
import { PlainButton } from '../ui/PlainButton.tsx'

export class PageFailure extends Component<{ children: React.ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main style={{ maxWidth: '36rem', margin: '3rem auto', padding: '0 1rem' }}>
        <Notice tone="trouble" urgent>
          <p>{i18n.t('common.page_failed')}</p>
          <PlainButton onClick={() => location.reload()}>{i18n.t('common.reload')}</PlainButton>
        </Notice>
      </main>
    )
  }
}
