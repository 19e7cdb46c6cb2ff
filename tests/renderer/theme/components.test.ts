import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const window = resolve(import.meta.dirname, '../../../src-renderer')

// Unlayered, they would win over the window's own styles wherever the bundler puts those into an earlier file.
test('every style of Mantine is taken in its layer', () => {
  const imports = readdirSync(window, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|css)$/.test(name))
    .flatMap((name) => readFileSync(join(window, name), 'utf8').match(/@mantine\/core\/styles[^'"]*/g) ?? [])
  expect(imports.length).toBeGreaterThan(20)
  expect(imports.filter((path) => !path.endsWith('.layer.css'))).toEqual([])
})
