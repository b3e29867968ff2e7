"""The examples in the docs run."""

import doctest
import inspect

import pytest
import retold


def documented():
    yield "retold", retold
    for name in retold.__all__:
        thing = getattr(retold, name)
        if callable(thing):
            yield name, thing
        if inspect.isclass(thing):
            for member in vars(thing):
                if not member.startswith("_"):
                    yield f"{name}.{member}", getattr(thing, member)


def examples():
    parse = doctest.DocTestParser().get_doctest
    tests = [parse(thing.__doc__ or "", {}, name, None, None) for name, thing in documented()]
    return [test for test in tests if test.examples]


@pytest.mark.parametrize("test", examples(), ids=lambda test: test.name)
def test_example(test):
    flags = doctest.IGNORE_EXCEPTION_DETAIL | doctest.ELLIPSIS
    said = []
    failed = doctest.DocTestRunner(optionflags=flags).run(test, out=said.append).failed
    assert not failed, "".join(said)


def test_each_call_has_an_example():
    names = {test.name for test in examples()}
    calls = {"compare", "cluster", "statements", "Index", "MinHash", "MinHashLSH", "Stories"}
    assert calls <= names
    assert all(thing.__doc__ for _, thing in documented()), "a public item without docs"
