"""PDF files made in the tests: pages of text operators, nothing taken from elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 612, 792
BODY, BOLD = "F1", "F2"


@dataclass
class Sheet:
    """The content stream of one page; y counts from the top of the page, in points."""

    operators: list[str] = field(default_factory=list)
    pictures: int = 0
    rotation: int = 0

    def line(self, text: str, x: float, y: float, size: float = 11, font: str = BODY, before: str = "") -> None:
        shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").decode("cp1252")
        self.operators.append(f"q {before} BT /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({shown}) Tj ET Q")

    def lines(self, texts: Iterable[str], x: float = 72, y: float = 100, size: float = 11, before: str = "") -> float:
        """Lines below one another; where the next would stand."""
        for text in texts:
            self.line(text, x, y, size, before=before)
            y += 1.2 * size
        return y

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.operators.append(f"q {colour} rg {x} {HEIGHT - y} {width} {height} re f Q")

    def picture(self, x: float = 0, y: float = HEIGHT, width: float = WIDTH, height: float = HEIGHT) -> None:
        self.pictures += 1
        self.operators.append(f"q {width} 0 0 {height} {x} {HEIGHT - y} cm /I1 Do Q")


def pdf(sheets: Sequence[Sheet], info: dict[str, str] | None = None, trailer: str = "") -> bytes:
    """The bytes of a PDF file of these pages."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    fonts = ("Helvetica", "Helvetica-Bold")
    objects += [f"<</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>".encode() for base in fonts]
    objects.append(_stream(b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80"))
    pages = []
    for sheet in sheets:
        objects.append(_stream(b"", "\n".join(sheet.operators).encode("cp1252")))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {sheet.rotation}/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</I1 5 0 R>>>>>>".encode()
        )
        pages.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(pages)}]>>".encode()
    if info:
        said = "".join(f"/{name}({value})" for name, value in info.items())
        objects.append(f"<<{said}>>".encode("cp1252"))
        trailer += f"/Info {len(objects)} 0 R"
    return _file(objects, trailer)


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
