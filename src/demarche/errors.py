"""The error tree. Every error says what was wrong and what to do about it, and carries the exit code of the command line."""


class DemarcheError(Exception):
    """Base of everything that Demarche raises on purpose; `exit_code` is what the command line ends with."""

    exit_code = 1


class UsageError(DemarcheError):
    """A request that cannot be understood: an unknown country, a malformed date, a filter outside its vocabulary."""

    exit_code = 2


class RejectedInput(DemarcheError):
    """An input that holds nothing readable; the message is the reason that is kept with it."""

    exit_code = 3


class NotFound(DemarcheError):
    """A claim, incident or document identifier that the record does not hold."""

    exit_code = 4


class StoreError(DemarcheError):
    """The record file cannot be opened, written or trusted."""

    exit_code = 5


class IntegrityError(DemarcheError):
    """A value that breaks a law of the model, such as a quote that is not the text at its offsets."""

    exit_code = 6


class EndpointError(DemarcheError):
    """A service that was asked something is not there, or does not answer as it must."""

    exit_code = 7


class Disagreement(DemarcheError):
    """Two readers that were compared do not say the same."""

    exit_code = 8


class FetchError(DemarcheError):
    """An address that may not be asked, or that gave nothing that can be kept."""

    exit_code = 9
