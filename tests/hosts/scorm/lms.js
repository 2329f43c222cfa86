// A learning platform: keeps what a lesson commits, and gives it back on the next visit.

const KEPT = 'kept';
const record = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
window.calls = [];
window.API = new Scorm12API({ logLevel: 5 });
if (record.cmi) window.API.loadFromJSON(record.cmi, '');
for (const call of ['LMSInitialize', 'LMSCommit', 'LMSFinish']) {
  window.API.on(call, () => {
    window.calls.push(call);
    if (call === 'LMSInitialize') return;
    const { cmi } = window.API.renderCommitCMI(true);
    localStorage.setItem(KEPT, JSON.stringify({ cmi }));
  });
}
addEventListener('load', () => {
  document.getElementById('lesson').src = new URLSearchParams(location.search).get('lesson');
});
