// To the first field that something is wrong with, so that nobody has to look for it.
export function focusFirstWrong(form: HTMLFormElement, wrong: readonly string[]): void {
  const field = [...form.elements].find((one) => one instanceof HTMLInputElement && wrong.includes(one.name))
  if (field instanceof HTMLInputElement) field.focus()
}
