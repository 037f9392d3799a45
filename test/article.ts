/** Text → an article for tests, without reading a file. */
import type { Article } from '../src/model.js'

export const article = (text: string, more: Partial<Article> = {}): Article => ({
  id: 'article/00000000000000000000',
  doc: 'test',
  text,
  sha256: '00',
  title: null,
  published: '2024-06-12',
  publisher: null,
  url: null,
  authors: [],
  language: 'en',
  marks: [],
  ...more
})
