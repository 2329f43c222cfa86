// Gives each frame the height that the page in it reports.
addEventListener('message', ({ data, source }) => {
  if (data?.source !== 'activation-lab' || data.type !== 'height') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = String(data.height);
  }
});
