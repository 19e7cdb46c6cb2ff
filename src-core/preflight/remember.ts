/**
 * What a check works out of one record, kept as long as the record is: records are immutable, so that a keystroke costs the
 * work of the one article that it changed.
 */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    let kept = known.get(key)
    if (!kept) known.set(key, (kept = { value: make(key) }))
    return kept.value
  }
}
