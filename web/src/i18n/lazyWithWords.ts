// A page, or a part of one, that comes with its words: both are loaded at the same time, and it is not shown before both are there.
import type { Area } from '@hoi-truong/shared/i18n'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { needWords } from './index.ts'

export function lazyWithWords<Props>(
  areas: readonly Area[],
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), needWords(areas)])
    return { default: component }
  })
}
