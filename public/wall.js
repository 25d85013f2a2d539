{
  const { dataset } = document.documentElement;
  const { pathname, search } = location;
  dataset.theme = /theme=(light|auto)|$/.exec(search)[1] ?? 'dark';
  dataset.wall = search || localStorage[`milepost-tv ${pathname}`] ? 'waits' : 'runs';
  addEventListener('error', ({ target }) => target.src && delete dataset.wall, true);
}
