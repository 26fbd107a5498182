"""Dependency injection in one page: what lives how long. # B12"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from shared.core.container import Container, scoped, singleton


class Engine: ...


class Trip: ...


class Car:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine


class Garage(Container):
    built = 0

    @singleton
    def engine(self) -> Engine:
        self.built += 1
        return Engine()

    @singleton
    def car(self) -> Car:
        return Car(self.get(Engine))

    @scoped
    def trip(self) -> Trip:
        return Trip()


def test_a_singleton_is_built_once_and_only_when_asked_for() -> None:
    garage = Garage()
    assert garage.built == 0

    assert garage.get(Engine) is garage.get(Engine) is garage.get(Car).engine
    assert garage.built == 1


def test_two_containers_share_nothing() -> None:
    assert Garage().get(Engine) is not Garage().get(Engine)


def test_a_singleton_is_built_once_however_many_threads_ask() -> None:
    garage, together = Garage(), Barrier(8)

    def ask(_: int) -> Car:
        together.wait()
        return garage.get(Car)

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(ask, range(8)))) == 1
    assert garage.built == 1


def test_a_scoped_one_lives_as_long_as_its_message() -> None:
    garage = Garage()
    first, second = garage.scope({}), garage.scope({})

    assert first(Trip) is first(Trip)
    assert first(Trip) is not second(Trip)
    assert first(Engine) is second(Engine)


def test_a_singleton_cannot_hold_a_scoped_one() -> None:
    with pytest.raises(TypeError, match="Trip lives for one message"):
        Garage().get(Trip)


def test_what_is_given_comes_before_what_is_provided() -> None:
    mine = Engine()

    assert Garage().scope({Engine: mine})(Engine) is mine


def test_what_nobody_provides_is_not_there() -> None:
    with pytest.raises(KeyError):
        Garage().get(str)


def test_a_subclass_replaces_one_provider_and_keeps_the_others() -> None:
    class Electric(Engine): ...

    class Workshop(Garage):
        @singleton
        def engine(self) -> Engine:
            return Electric()

    assert isinstance(Workshop().get(Car).engine, Electric)
    assert not isinstance(Garage().get(Engine), Electric)
