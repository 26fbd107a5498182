"""Train the demonstration model: `python train.py train.npz valid.npz OUT` (README.md).

Plain Python 3.11, numpy and PyTorch. Prints loss and area under the curve per epoch; writes
OUT/model.onnx, OUT/net.pt and OUT/training.json (temperature, AUC per label).
"""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false

import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from network import Net
from torch import Tensor
from torch.nn import functional

MEAN, DEVIATION = 0.45, 0.28
SMOOTHING = 0.03
BATCH, EPOCHS, PEAK_RATE = 48, 12, 4e-3


def load(path: str) -> tuple[Tensor, Tensor]:
    with np.load(path) as arrays:
        return torch.from_numpy(arrays["images"]), torch.from_numpy(arrays["labels"])


def augmented(images: Tensor) -> Tensor:
    """Another exposure, another position, more noise; never mirrored, since hearts are on the left."""
    n = images.shape[0]
    x = images.float().div(255).unsqueeze(1)
    gamma = torch.exp(torch.randn(n, 1, 1, 1) * 0.22)
    x = x.clamp(1e-4, 1).pow(gamma)
    x = x * (1 + 0.08 * torch.randn(n, 1, 1, 1)) + 0.04 * torch.randn(n, 1, 1, 1)
    turn = torch.randn(n) * 0.035
    grow = torch.exp(torch.randn(n, 2) * 0.045)
    matrix = torch.zeros(n, 2, 3)
    matrix[:, 0, 0], matrix[:, 0, 1] = grow[:, 0] * turn.cos(), -turn.sin()
    matrix[:, 1, 0], matrix[:, 1, 1] = turn.sin(), grow[:, 1] * turn.cos()
    matrix[:, :, 2] = torch.randn(n, 2) * 0.035
    grid = functional.affine_grid(matrix, list(x.shape), align_corners=False)
    x = functional.grid_sample(x, grid, align_corners=False)
    x = x + torch.rand(n, 1, 1, 1) * 0.035 * torch.randn_like(x)
    return standard(x.clamp(0, 1))


def standard(x: Tensor) -> Tensor:
    return (x - MEAN) / DEVIATION


def loss_of(logits: Tensor, truth: Tensor) -> Tensor:
    """Findings count on chest radiographs only; the last output learns what one is, on all."""
    chest = truth[:, -1:]
    soft = truth * (1 - 2 * SMOOTHING) + SMOOTHING
    each = functional.binary_cross_entropy_with_logits(logits, soft, reduction="none")
    return (each[:, :-1] * chest).sum() / (chest.sum() * each[:, :-1].shape[1]) + 0.3 * each[:, -1].mean()


def predict(net: Net, images: Tensor) -> Tensor:
    net.eval()
    with torch.no_grad():
        return torch.cat([net(standard(b.float().div(255).unsqueeze(1)))[0] for b in images.split(100)])


def auc(scores: Tensor, truth: Tensor) -> float:
    """Area under the ROC curve, by ranks."""
    order = scores.argsort()
    ranks = torch.empty(len(scores), dtype=torch.double)
    ranks[order] = torch.arange(1, len(scores) + 1, dtype=torch.double)
    positive = truth > 0.5
    n = int(positive.sum())
    return float((ranks[positive].sum() - n * (n + 1) / 2) / (n * (len(scores) - n)))


def evaluate(net: Net, images: Tensor, truth: Tensor) -> list[float]:
    logits, chest = predict(net, images), truth[:, -1] > 0.5
    findings = [auc(logits[chest, k], truth[chest, k]) for k in range(truth.shape[1] - 1)]
    return [*findings, auc(logits[:, -1], truth[:, -1])]


def train(images: Tensor, truth: Tensor, valid: tuple[Tensor, Tensor], epochs: int) -> Net:
    torch.manual_seed(7)
    net = Net(truth.shape[1]).to(memory_format=torch.channels_last)  # twice as fast on a CPU
    optimizer = torch.optim.AdamW(net.parameters(), lr=PEAK_RATE, weight_decay=0.02)
    steps = epochs * -(-len(images) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK_RATE, total_steps=steps, pct_start=0.25)
    for epoch in range(epochs):
        started, total = time.monotonic(), 0.0
        net.train()
        for batch in torch.randperm(len(images)).split(BATCH):
            optimizer.zero_grad()
            loss = loss_of(net(augmented(images[batch]))[0], truth[batch])
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(batch)
        figures = " ".join(f"{a:.4f}" for a in evaluate(net, *valid))
        loss, seconds = total / len(images), time.monotonic() - started
        print(f"epoch {epoch + 1}/{epochs} loss {loss:.4f} AUC {figures} {seconds:.0f} s", flush=True)
    return net


def temperature(net: Net, images: Tensor, truth: Tensor) -> float:
    """The one number that, dividing the logits, makes the findings' probabilities honest; never below 1.

    Sharper than the smoothed labels taught would be honest on phantoms, and boastful on anything else.
    """
    chest = truth[:, -1] > 0.5
    logits, wanted = predict(net, images)[chest, :-1], truth[chest, :-1]
    candidates = torch.linspace(1, 3, 81)
    losses = [functional.binary_cross_entropy_with_logits(logits / t, wanted) for t in candidates]
    return float(candidates[int(torch.stack(losses).argmin())])


def export(net: Net, path: Path) -> None:
    net.eval()
    torch.onnx.export(
        net,
        (torch.zeros(1, 1, 224, 224),),
        str(path),
        input_names=["image"],
        output_names=["logits", "features"],
        opset_version=17,
        dynamo=False,
    )


def main(train_file: str, valid_file: str, out: str, epochs: str = str(EPOCHS)) -> None:
    valid = load(valid_file)
    net = train(*load(train_file), valid, int(epochs))
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), folder / "net.pt")
    export(net, folder / "model.onnx")
    facts = {"temperature": temperature(net, *valid), "auc": evaluate(net, *valid)}
    (folder / "training.json").write_text(json.dumps(facts, indent=1))
    print(json.dumps(facts))


if __name__ == "__main__":
    main(*sys.argv[1:])
