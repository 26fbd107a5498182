"""The demonstration model: a small residual network whose last feature map explains its answer.

Plain Python 3.11 and PyTorch: the training environment is not the product's (README.md).
"""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false

import torch
from torch import Tensor, nn
from torch.nn import functional


def _conv(inputs: int, outputs: int, size: int = 3, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


class Block(nn.Module):
    """Two convolutions beside a short cut."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.first = _conv(inputs, outputs, 3, stride)
        self.second = nn.Sequential(nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs))
        self.short = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(self.second(self.first(x)) + self.short(x))


class Net(nn.Module):
    """[n, 1, 224, 224] to logits [n, outputs] and features [n, 80, 14, 14]."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            _conv(1, 16, 5, 2), nn.MaxPool2d(3, 2, 1), Block(16, 32, 1), Block(32, 48, 2), Block(48, 80, 2)
        )
        self.classifier = nn.Linear(80, outputs)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        features = self.body(x)
        return self.classifier(features.mean(dim=(2, 3))), features


def activation_maps(net: Net, features: Tensor) -> Tensor:
    """[n, outputs, 14, 14]: how much each place speaks for each output."""
    return torch.einsum("nchw,kc->nkhw", features, net.classifier.weight)
