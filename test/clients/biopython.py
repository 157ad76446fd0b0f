"""Evaluates calls of Bio.Entrez against another server than NCBI: one JSON request a line in, one JSON answer a line out."""

import json
import os
import shutil
import sys
import tempfile
from urllib.error import HTTPError

from Bio import Entrez
from Bio.Entrez import Parser

NCBI = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"

# Documents name the DTD of their day. Biopython brings all but these; it has the same one under its former address, or
# its forerunner.
SAME_DTDS = {
    "elink.dtd": "eLink_101123.dtd",
    "epost.dtd": "ePost_020511.dtd",
    "pubmed_250101.dtd": "pubmed_190101.dtd",
}


def ask_there(base):
    """Send the requests of Bio.Entrez to another server, and let nothing be downloaded beside them."""
    send = Entrez.urlopen

    def swapped(request):
        if not request.full_url.startswith(NCBI):
            raise ValueError(f"not an E-utility: {request.full_url}")
        request.full_url = base + request.full_url[len(NCBI) :]
        return send(request)

    def refuse(url):
        raise OSError(f"nothing may be downloaded, but {url} was wanted")

    Entrez.urlopen = swapped
    Parser.urlopen = refuse
    Entrez.email = "tests@example.org"
    Entrez.api_key = "key-of-a-test"


def bring_dtds(folder):
    handler = Parser.DataHandler
    handler.directory = folder
    for name, known_as in SAME_DTDS.items():
        if not os.path.exists(os.path.join(handler.global_dtd_dir, name)):
            shutil.copy(os.path.join(handler.global_dtd_dir, known_as), os.path.join(handler.local_dtd_dir, name))


def read(handle):
    """The parsed answer, or its text where it is plain text."""
    with handle:
        # Bio.Entrez wraps plain text, and leaves XML as bytes.
        return handle.read() if hasattr(handle, "encoding") else plain(Entrez.read(handle, validate=True))


def plain(element):
    """Attributes of an element stand beside its text, in place of the text alone."""
    if isinstance(element, dict):
        return {key: plain(value) for key, value in element.items()}
    if isinstance(element, list):
        return [plain(each) for each in element]
    if isinstance(element, Parser.NoneElement):
        return None
    attributes = getattr(element, "attributes", {})
    if isinstance(element, str) and attributes:
        return {"text": str(element), **attributes}
    return int(element) if isinstance(element, int) else str(element)


def answer(request):
    try:
        result = eval(request["call"], {"Entrez": Entrez, **request["names"]})
        return {"value": [read(each) for each in result] if isinstance(result, list) else read(result)}
    except HTTPError as error:
        return {"error": f"HTTP {error.code}: {error.read().decode()}"}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


ask_there(sys.argv[1])
with tempfile.TemporaryDirectory() as dtds:
    bring_dtds(dtds)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
