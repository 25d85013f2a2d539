{
  const { dataset } = document.documentElement;
  const { pathname, search } = location;
  const fail = () => dataset.wall === 'runs' || delete dataset.wall;
  addEventListener('error', fail, true);
  addEventListener('unhandledrejection', fail);
  dataset.theme = /theme=(light|auto)|$/.exec(search)[1] ?? 'dark';
  dataset.wall = 'waits';
  if (!search && !localStorage[`milepost-tv ${pathname}`]) dataset.wall = 'first';
}
