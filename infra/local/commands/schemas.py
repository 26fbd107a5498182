"""Print the JSON schemas of what passes between the function app and the inference job."""

import argparse
import json

from shared.application.models.inference import InferSeries, ResultReady, SeriesIndex, SeriesResult
from shared.domain.model_manifest import ModelManifest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    del parser  # it has none


def run(options: argparse.Namespace) -> int:
    del options
    models = (InferSeries, ResultReady, SeriesIndex, SeriesResult, ModelManifest)
    print(json.dumps({model.__name__: model.model_json_schema() for model in models}, indent=2))
    return 0
