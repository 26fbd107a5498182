"""What the functions and the job need to work."""

from tests.unit.bicep.faults.fault import COSMOS, FUNCTIONS, JOB, MAIN, ROUTES, STORAGE, Fault

WORK = (
    # runtime
    Fault("another Python", FUNCTIONS, "version: '3.13'", "version: '3.11'", "the code is Python 3.13"),
    Fault(
        "one request at a time",
        FUNCTIONS,
        "perInstanceConcurrency: perInstanceConcurrency\n",
        "",
        "one request at a time",
    ),
    Fault(
        "a setting that Flex forbids",
        FUNCTIONS,
        "AZURE_CLIENT_ID: identityClientId",
        "FUNCTIONS_WORKER_RUNTIME: 'python'",
        "does not exist on Flex",
    ),
    Fault("half a T4", JOB, "memory: '56Gi'", "memory: '28Gi'", "the sizes of the profiles"),
    Fault(
        "a machine without a size", JOB, "  'Consumption-GPU-NC24-A100'\n]", "]", "every profile has a size"
    ),
    Fault("a job that tries again", JOB, "replicaRetryLimit: 0", "replicaRetryLimit: 3", "the job must not"),
    Fault(
        "one subnet for both",
        MAIN,
        "subnetId: network.outputs.jobsSubnetId",
        "subnetId: network.outputs.functionsSubnetId",
        "share the subnet",
    ),
    # settings
    Fault(
        "a setting forgotten",
        FUNCTIONS,
        "IMAGINI_COSMOS_URL: cosmosEndpoint",
        "",
        "IMAGINI_COSMOS_URL is not set",
    ),
    Fault(
        "a setting misspelt",
        FUNCTIONS,
        "IMAGINI_PROXIES: '2'",
        "IMAGINI_PROXY: '2'",
        "nobody reads IMAGINI_PROXY",
    ),
    Fault(
        "a setting of the job forgotten",
        JOB,
        "'IMAGINI_MODELS'",
        "'IMAGINI_MODEL'",
        "inference-job: IMAGINI_MODELS is not set",
    ),
    # queues
    Fault("a queue forgotten", MAIN, "  'notify'\n", "", "the queue notify is missing"),
    Fault(
        "a queue too many",
        MAIN,
        "  'notify'\n",
        "  'notify'\n  'nobody'\n",
        "nothing is put into the queue nobody",
    ),
    Fault(
        "a scaler for another queue",
        JOB,
        "queueName: 'infer'",
        "queueName: 'inference'",
        "the queue infer has 0 readers",
    ),
    Fault(
        "a scaler without an identity",
        JOB,
        "              type: 'azure-queue'\n              identity: identityId\n",
        "              type: 'azure-queue'\n",
        "needs type azure-queue and an identity",
    ),
    Fault(
        "a scaler's word misspelt",
        JOB,
        "queueLengthStrategy:",
        "queueLenghtStrategy:",
        "the scaler's metadata",
    ),
    Fault("no place for what failed", STORAGE, "'${name}-poison'", "'${name}-failed'", "none beside them"),
    Fault("blobs elsewhere", STORAGE, "'imagini' //", "'images' //", "keeps blobs in imagini"),
    Fault(
        "records partitioned otherwise",
        COSMOS,
        "          definition.partitionKey",
        "          '/tenant'",
        "partitionKey.paths of the container",
    ),
    # routes
    Fault("patients' data at the edge", ROUTES, "cached: false", "cached: true", "/api/* is ('api', True)"),
    Fault("a route forgotten", ROUTES, "      '/api/*'\n", "", "/api/* is None"),
    Fault("the API to the files", ROUTES, "    origin: 0", "    origin: 1", "/api/* is ('web', False)"),
    Fault("health that nobody answers", ROUTES, "'/api/health'", "'/api/healthz'", "no /api/healthz"),
    Fault("unencrypted within", ROUTES, "'HttpsOnly'", "'MatchRequest'", "forwarded without encryption"),
)
