"""What a person reads when the sealed room could not do its work."""

from app.phrases import _
from app.worker import protocol
from app.worker.process import Cause
from app.worker.protocol import Header


def sentence_for(answer: Header) -> str:
    """Give the sentence for an order that the child could not carry out, else "".

    Raises ProtocolBroken for one that is no text.
    """
    if "sentence" in answer:
        return protocol.text(answer["sentence"], 2000)
    if "failed" not in answer:
        return ""
    if answer["failed"] == MemoryError.__name__:
        return sentence_of(Cause.MEMORY)
    return _("The pages could not be read. Nothing was changed.")


def sentence_of(cause: Cause) -> str:
    """Give the sentence for a room that died of `cause`."""
    if cause is Cause.TIME:
        return _("Working on the pages took too long and was stopped. Nothing was changed.")
    if cause is Cause.MEMORY:
        return _("Working on the pages took too much memory and was stopped. Nothing was changed.")
    return _("The part of the program that reads files safely broke off. Nothing was changed.")
