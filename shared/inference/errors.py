"""What can be wrong with a model or a message; the sentence reaches the radiologist."""


class ModelRefused(Exception):
    """The file of a model is not what its manifest says, or asks for more than a model may."""


class NotForThisModel(Exception):
    """The image is not of the kind that the model reads. No failure: an answer."""
