/** A link to a row that is folded away opens what it is folded into, and the row itself. */
function reveal(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id === '' ? null : document.getElementById(id);
  if (target === null) return;
  const own = target.querySelector<HTMLDetailsElement>(':scope > details');
  if (own) own.open = true;
  for (
    let each = target.closest('details');
    each !== null;
    each = each.parentElement?.closest('details') ?? null
  )
    each.open = true;
  target.scrollIntoView();
}

addEventListener('hashchange', reveal);
reveal();
