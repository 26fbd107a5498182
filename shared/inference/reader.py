"""The models of this installation, each loaded when first needed."""

from shared.application.models.inference import InferSeries, SeriesResult
from shared.application.ports import Blobs
from shared.domain.errors import NotFound, RuleBroken
from shared.domain.finding import ModelName
from shared.imaging.errors import ImagingError
from shared.inference.errors import ModelRefused
from shared.inference.model import Model, load
from shared.inference.read_series import Stopwatch, read_series
from shared.infrastructure.models.catalogue import FolderCatalogue


class ModelReader:
    def __init__(self, catalogue: FolderCatalogue, blobs: Blobs) -> None:
        self._catalogue, self._blobs = catalogue, blobs
        self._models: dict[str, Model] = {}

    def read(self, task: InferSeries) -> SeriesResult:
        """What cannot get better by trying again is an answer: refused, or failed with the reason."""
        watch = Stopwatch()
        try:
            with watch.on("model"):
                model = self._model(task.model_id)
            return read_series(task, model, self._blobs, watch)
        except ImagingError as error:
            return self._failed(task, str(error), watch, error.sop_instance_uid)
        except (ModelRefused, RuleBroken) as error:
            return self._failed(task, str(error), watch)

    def called(self, model_id: str) -> ModelName:
        """Also for a model that is not there, so that its absence can be reported."""
        try:
            return self._catalogue.get(model_id).called
        except (NotFound, RuleBroken):
            return ModelName(id=model_id, version="unknown", name=model_id, notice="")

    def _model(self, model_id: str) -> Model:
        if model_id not in self._models:
            try:
                manifest = self._catalogue.get(model_id)
                data = self._catalogue.weights(manifest)
            except NotFound as error:
                raise ModelRefused(str(error)) from error
            self._models[model_id] = load(manifest, data)
        return self._models[model_id]

    def _failed(
        self, task: InferSeries, reason: str, watch: Stopwatch, sop_instance_uid: str | None = None
    ) -> SeriesResult:
        return SeriesResult(
            model=self.called(task.model_id),
            outcome="failed",
            reason=reason,
            sop_instance_uid=sop_instance_uid,
            seconds=watch.seconds,
        )
