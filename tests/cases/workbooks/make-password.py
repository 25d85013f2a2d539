"""Makes libreoffice-password.xlsx from libreoffice-csv.xlsx: a workbook that LibreOffice encrypts, password “secret”.

It talks to LibreOffice itself, so that it needs the Python that has its module `uno` (python3-uno), and `soffice`.
"""

import pathlib
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException

HERE = pathlib.Path(__file__).resolve().parent
ADDRESS = "socket,host=localhost,port=2123;urp;"


def property_of(name, value):
    return PropertyValue(Name=name, Value=value)


def encryption():
    values = [NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", "secret")]
    return uno.Any("[]com.sun.star.beans.NamedValue", tuple(values))


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(60):
        try:
            return resolver.resolve(f"uno:{ADDRESS}StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise TimeoutError("LibreOffice does not answer")


with tempfile.TemporaryDirectory() as folder:
    program = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{folder}", "--headless", f"--accept={ADDRESS}"]
    )
    context = connect()
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    book = desktop.loadComponentFromURL(
        (HERE / "libreoffice-csv.xlsx").as_uri(), "_blank", 0, (property_of("Hidden", True),)
    )
    book.storeToURL(
        (HERE / "libreoffice-password.xlsx").as_uri(),
        (property_of("FilterName", "Calc MS Excel 2007 XML"), property_of("EncryptionData", encryption())),
    )
    book.close(True)
    desktop.terminate()
    program.wait()
