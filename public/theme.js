/* Runs before the first paint, so that whoever chose other colours than the system's never sees the latter. */
{
  const chosen = localStorage.getItem('milepost-theme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
}
