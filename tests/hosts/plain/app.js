// A page that makes and removes its views, as single-page applications do.

const views = {
  plots() {
    const plots = ['sigmoid tanh', 'relu gelu'].map((functions) => {
      const plot = document.createElement('activation-plot');
      plot.setAttribute('functions', functions);
      return plot;
    });
    return plots;
  },
  race() {
    const race = document.createElement('training-race');
    race.setAttribute('dataset', 'moons');
    // Frameworks set what an element has a property for, and as the text that stands in the markup.
    const settings = { racers: 'sigmoid relu', size: '200', depth: '2', width: '8', steps: '60' };
    return [Object.assign(race, settings)];
  },
};

const show = () => {
  const view = views[location.hash.slice(1)];
  document.querySelector('main').replaceChildren(...(view ? view() : []));
};
addEventListener('hashchange', show);
show();
