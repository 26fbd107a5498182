// OHIF's configuration. A classic script that runs before OHIF; {base} is filled in by the build.
(() => {
  const query = new URLSearchParams(location.search);
  const embedded = query.get('embedded') === '1'; // inside the portal, which shows patient, studies and findings itself
  const narrow = window.innerWidth < 1100;

  // OHIF offers a guided tour over the image to every new user; a radiologist's first image stays uncovered.
  localStorage.setItem('shownTours', JSON.stringify(['basicViewerTour']));

  // OHIF goes to its "not found" page on a 401, which cancels a navigation under way: remember where we were, and ask twice.
  let signIn = null;
  const askForSignIn = () => {
    signIn ??= `/auth/signin?next=${encodeURIComponent(top.location.pathname + top.location.search)}`;
    top.location.assign(signIn);
    setTimeout(() => top.location.assign(signIn), 500);
  };

  const findingsFirst = {
    rightPanels: { $unshift: ['@imagini/findings.panelModule.findings'] },
    rightPanelClosed: { $set: embedded },
    rightPanelInitialExpandedWidth: { $set: 320 },
    leftPanelClosed: { $set: embedded || narrow },
  };

  window.config = {
    name: 'imagini',
    routerBasename: '/viewer',
    showStudyList: false,
    extensions: ['{base}imagini/extension.js'],
    modes: [],
    modesConfiguration: {
      '@ohif/mode-longitudinal': {
        displayName: { $set: 'imagini' },
        routes: { 0: { layoutInstance: { props: findingsFirst } } },
      },
    },
    customizationService: {},
    measurementTrackingMode: 'simplified',
    disableConfirmationPrompts: true,
    showPatientInfo: embedded ? 'disabled' : 'visible',
    showErrorDetails: 'dev',
    showLoadingIndicator: true,
    showWarningMessageForCrossOrigin: false,
    showCPUFallbackMessage: false,
    investigationalUseDialog: { option: 'never' }, // the findings carry our own notice
    maxNumberOfWebWorkers: 3,
    maxNumRequests: { interaction: 100, thumbnail: 5, prefetch: 25 },
    strictZSpacingForVolumeViewport: true,
    groupEnabledModesFirst: true,
    whiteLabeling: {
      createLogoComponentFn: React =>
        embedded
          ? React.createElement('span')
          : React.createElement('a', { href: '/', target: '_top', className: 'imagini-logo' }, 'imagini'),
    },

    // The only source there is: same origin, session cookie. Never dicomjson, dicomwebproxy or dicomlocal.
    defaultDataSourceName: 'imagini',
    dataSources: [
      {
        namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
        sourceName: 'imagini',
        configuration: {
          friendlyName: 'imagini',
          name: 'imagini',
          qidoRoot: '/api/dicomweb',
          wadoRoot: '/api/dicomweb',
          wadoUriRoot: '/api/dicomweb',
          qidoSupportsIncludeField: true,
          supportsFuzzyMatching: false,
          supportsWildcard: true,
          imageRendering: 'wadors',
          thumbnailRendering: 'wadors',
          enableStudyLazyLoad: true,
          omitQuotationForMultipartRequest: true, // quoted Accepts cost a preflight per frame across origins
          bulkDataURI: { enabled: true, relativeResolution: 'studies' },
        },
      },
    ],
    httpErrorHandler: error => {
      if (error?.status === 401) askForSignIn();
    },
  };
})();
