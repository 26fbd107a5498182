"""Models as folders of files: `<models>/<id>/manifest.json` and `model.onnx`."""
