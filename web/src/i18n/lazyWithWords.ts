// A page, or a part of one, that comes with its words: both are loaded at the same time, and it is not shown before both are there.
import type { Area } from '@hoi-truong/shared/i18n'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { pause } from '../lib/pause.ts'
import { needWords } from './index.ts'

const RETRY_MS = 1_000

/** @param options `keepTrying`: for a part of a page that must not fall with the network while the rest of it lives through that */
export function lazyWithWords<Props>(
  areas: readonly Area[],
  load: () => Promise<ComponentType<Props>>,
  { keepTrying = false } = {},
): LazyExoticComponent<ComponentType<Props>> {
  const loadBoth = async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      const [component] = await Promise.all([load(), needWords(areas)])
      return { default: component }
    } catch (error) {
      if (!keepTrying) throw error
      await pause(RETRY_MS, new AbortController().signal)
      return loadBoth()
    }
  }
  return lazy(loadBoth)
}
