/** What is here already is given to whoever asks for it with XMLHttpRequest, as OHIF's data source does; as often as it may. */
export function handOver(texts, absolute) {
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function openWhatIsHere(method, address, ...rest) {
    const text = method.toUpperCase() === 'GET' ? taken(texts, absolute(address)) : null;
    const from = text === null ? address : URL.createObjectURL(new Blob([text], { type: 'application/dicom+json' }));
    if (from !== address) this.addEventListener('loadend', () => URL.revokeObjectURL(from), { once: true });
    open.call(this, method, from, ...(rest.length ? rest : [true]));
  };
}

export function taken(texts, address) {
  const here = texts.get(address);
  if (!here) return null;
  here.times -= 1;
  if (here.times === 0) texts.delete(address);
  return here.text;
}
