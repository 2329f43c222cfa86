// Leads from the root of the site to the reader's language: the stored one, else the browser's.
(() => {
  const languages = ['en', 'zh'];
  let stored = null;
  try {
    stored = localStorage.getItem('activation-lab:language');
  } catch {
    // Storage is blocked: the browser's languages decide.
  }
  const wanted = [stored, ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  const language = wanted.find((tag) => languages.includes(tag)) ?? 'en';
  location.replace(`${language}/${location.search}${location.hash}`);
})();
