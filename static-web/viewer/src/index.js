// imagini's extension of OHIF: the findings of the open study as a panel and on the image. Loaded at run time as one module.
import { afterSaving } from './after_saving.js';
import { Findings } from './findings.js';
import { whenFirstImageIsPainted } from './first_image.js';
import { openPanelInFullScreen } from './full_screen.js';
import { useDisplaySets } from './images.js';
import { currentLanguage } from './language.js';
import { sendOurHeader } from './our_header.js';
import { definePanel } from './panel.js';
import { inPortal, listenToPortal, passKeysToPortal, tellPortal } from './portal.js';
import { reopenMeasurements } from './reopening.js';
import { markReport } from './saving.js';
import { Show } from './show.js';
import { Versions } from './versions.js';
import { wordsIn } from './words.js';

const query = new URLSearchParams(location.search);
const versions = new Versions();
const studyUid = query.get('StudyInstanceUIDs')?.split(',')[0] ?? '';

/** What React would make of <imagini-findings/>; spares us a second copy of React. */
const asReactElement = type => ({
  $$typeof: Symbol.for('react.element'), type, key: null, ref: null, props: {}, _owner: null, _store: {},
});

function start({ services }, commands, extensions) {
  const tools = { services, commands, extensions, words: wordsIn(currentLanguage()), language: currentLanguage() };
  tools.reload = () => location.reload();
  sendOurHeader(() => void hasSaved(tools));
  const findings = new Findings(studyUid);
  const show = new Show(services);
  useDisplaySets(services.displaySetService);
  definePanel(findings, show);
  listenToPortal(findings, show);
  if (inPortal) openPanelInFullScreen(services.panelService);
  if (inPortal) passKeysToPortal();
  findings.addEventListener('decided', ({ detail }) => tellPortal('decided', { finding_id: detail.id, finding: detail }));
  whenFirstImageIsPainted(imageId => {
    tellPortal('image-rendered', { study_instance_uid: studyUid, image_id: imageId ?? null });
    reopenMeasurements(studyUid, versions, tools);
  });
  tellPortal('ready', { study_instance_uid: studyUid });
}

async function hasSaved(tools) {
  tellPortal('measurements-saved', { study_instance_uid: studyUid });
  await afterSaving(studyUid, versions, tools);
}

export default {
  id: '@imagini/findings',
  preRegistration: ({ servicesManager, commandsManager, extensionManager }) =>
    start(servicesManager, commandsManager, extensionManager),
  getPanelModule: () => [
    {
      name: 'findings',
      iconName: 'icon-marker-labelmap',
      iconLabel: 'AI',
      label: wordsIn(currentLanguage()).title,
      component: () => asReactElement('imagini-findings'),
    },
  ],
  getCustomizationModule: () => [
    {
      name: 'global',
      value: {
        'ohif.tours': { $set: [] },
        'ohif.appearanceModal': { $set: null },
        onBeforeDicomStore: { $set: saved => markReport(saved, wordsIn(currentLanguage()), versions) },
      },
    },
  ],
};
